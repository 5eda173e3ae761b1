"""Work that had all points stays done after an update, for as long as its file stays as it is."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import RIGHT
from pages import kata as page_kata
from test_engine import run
from test_helping import kata
from test_watch import play, save, wait
from textual.pilot import Pilot

from keraskata.watch.app import Watch

SHOUT = "exercises/s01_words/shout.py"


@pytest.fixture
def updated(kit: Path) -> Path:
    """A kit where shout is done with an earlier engine, whose verdicts are not found any more."""
    (kit / SHOUT).write_text(RIGHT["shout"])
    run(kit, "pytest", "exercises")
    shutil.rmtree(kit / ".kata" / "verdicts")
    for kept in (kit / ".kata" / "finished").iterdir():
        kept.write_text(json.dumps(json.loads(kept.read_text()) | {"version": "0.0.9"}))
    return kit


def test_it_is_listed_reported_and_followed_by_the_next(updated: Path) -> None:
    row = next(row for row in kata(updated, "list").splitlines() if "shout" in row)
    assert "✓ shout" in row and "3/3" in row and row.endswith("(done with 0.0.9)")
    assert (
        "s01_words/count: hint" in run(updated, "keraskata", "hint").stdout
        or "count" in run(updated, "keraskata", "hint").stderr
    )
    page_kata(updated, "report", "--no-open")
    page = (updated / ".kata/report.html").read_text()
    assert "3</strong> of 3 points" in page and "done with 0.0.9" in page
    assert "return text.upper()" in kata(updated, "solution", "shout")


def test_it_is_for_that_content_only(updated: Path) -> None:
    (updated / SHOUT).write_text(RIGHT["shout"] + "# one more line\n")
    assert "done with" not in kata(updated, "list") and "✓" not in kata(updated, "list")


def test_grading_again_gives_a_new_verdict(updated: Path) -> None:
    grader = updated / "graders/s01_words/test_shout.py"
    grader.write_text(grader.read_text().replace('"AB"', '"ABC"'))
    assert "✓ shout" in kata(updated, "list")
    run(updated, "pytest", "exercises")
    shutil.rmtree(updated / ".kata" / "verdicts")
    assert "✓ shout" not in kata(updated, "list")
    grader.write_text(grader.read_text().replace('"ABC"', '"AB"'))
    run(updated, "pytest", "exercises")
    assert "done with" not in kata(updated, "list") and "✓ shout" in kata(updated, "list")


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"version": 1}', '{"version": "1", "checks": [{}]}'])
def test_a_damaged_memory_is_none(updated: Path, damaged: str) -> None:
    for kept in (updated / ".kata" / "finished").iterdir():
        kept.write_text(damaged)
    assert "✓" not in kata(updated, "list")


def test_the_screen_says_so_and_grades_only_when_asked(updated: Path) -> None:
    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "1 of 2 exercises done", "done with 0.0.9; r grades it again")
        await pilot.press("r")
        await wait(app, pilot, "✓ 3 of 3 points. n: the next")
        save(updated, "shout", "def shout(text):\n    return text\n")
        await wait(app, pilot, "0 of 2 exercises done")

    play(updated, scene)
