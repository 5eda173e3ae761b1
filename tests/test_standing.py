"""What a learner is told of how far they are: of what is on the disk, and nothing where that is switched off."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import RIGHT, STUB, give_book
from test_engine import run
from test_watch import Pilot, Watch, lines, play, save, seen, wait

from keraskata import curriculum
from keraskata.learner import memory
from keraskata.learner.standing import Standing


def test_a_section_has_its_bar_and_its_end_a_link_to_the_next_chapter(kit: Path) -> None:
    give_book(kit)
    more = '[[exercise]]\nname = "copy"\ntitle = "Copy a line"\nsignatures = ["copy(text: str) -> str"]\n'
    (kit / "curriculum/s02_lines.toml").write_text(f'title = "Long texts"\n\n{more}')
    (kit / "docs/book/s02_lines.md").write_text("# Lines\n\nOne after the other.\n")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "s01 ░░░░░░░░ 0 of 2", "0 of 3 exercises done, 0 points")
        save(kit, "shout", RIGHT["shout"])
        await wait(app, pilot, "s01 ████░░░░ 1 of 2", "1 of 3 exercises done (1 new), 3 points")
        await pilot.press("n")
        await wait(app, pilot, "0 of 3 points")
        save(kit, "count", RIGHT["count"])
        await wait(app, pilot, "s01 ████████ 2 of 2", "Section s01 is done: Words, 2 exercises, 6 points.")
        assert "Next is s02, Long texts: n goes there. Its chapter: kata book s02" in seen(app)
        row = next(row for row, line in enumerate(lines(app)) if "kata book s02" in line)
        await pilot.click(offset=(lines(app)[row].index("kata book s02") + 2, row))
        await wait(app, pilot, "One after the other.")
        await pilot.press("escape", "l", "g", "enter")
        await wait(app, pilot, "Shout", "✓ 3 of 3 points")
        assert "is done: Words" not in seen(app)  # said once

    play(kit, scene)


def test_the_end_of_a_section_is_not_said_of_an_exercise_that_fails_again(kit: Path) -> None:
    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        save(kit, "shout", RIGHT["shout"])
        await wait(app, pilot, "✓ 3 of 3 points")
        await pilot.press("n")
        await wait(app, pilot, "0 of 3 points")
        save(kit, "count", RIGHT["count"])
        await wait(app, pilot, "Section s01 is done")
        for broken in ("def count(text):\n    return 0\n", "def count(:\n"):
            save(kit, "count", broken)
            await wait(app, pilot, "○ 0 of 3 points")
            assert "Section s01 is done" not in seen(app)
            save(kit, "count", RIGHT["count"])
            await wait(app, pilot, "✓ 3 of 3 points")

    play(kit, scene)


def test_who_leaves_while_it_is_graded_is_told_nothing_of_the_older_file(kit: Path) -> None:
    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        save(kit, "shout", "import time\n\ndef shout(text):\n    time.sleep(1000)\n")
        await wait(app, pilot, "grading shout")
        await pilot.press("n")
        await wait(app, pilot, "Count", "0 of 3 points")
        assert app.standing.results.keys() == {"s01_words/count"}

    play(kit, scene)


def test_all_of_that_is_off_by_one_setting(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KATA_PROGRESS", "0")

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        for name in ("shout", "count"):
            save(kit, name, RIGHT[name])
            await wait(app, pilot, "✓ 3 of 3 points", name.title())
        said = seen(app)
        assert "2 of 2 exercises done, 6 points" in said
        assert "█" not in said and "yesterday" not in said and "Section s01" not in said

    play(kit, scene)
    assert not memory.load(curriculum.load(kit)).done


def test_new_is_what_was_done_first_yesterday_or_today(kit: Path) -> None:
    whole = curriculum.load(kit)
    save(kit, "shout", RIGHT["shout"])
    run(kit, "pytest", "exercises/s01_words/shout.py")
    assert Standing(whole).summary() == "1 of 2 exercises done, 3 points"  # nobody knows since when
    for days, said in ((0, " (1 new)"), (1, " (1 new)"), (2, "")):
        day = (date.today() - timedelta(days=days)).isoformat()
        memory.save(whole, memory.Learner(done={"s01_words/shout": day}))
        assert Standing(whole).summary() == f"1 of 2 exercises done{said}, 3 points"
    save(kit, "shout", STUB.format(name="shout"))
    assert Standing(whole).summary() == "0 of 2 exercises done, 0 points"


def test_a_damaged_memory_of_days_costs_nothing(kit: Path) -> None:
    whole = curriculum.load(kit)
    whole.memory.mkdir()
    for done in ("x", 3, {"s01_words/shout": 7}):
        (whole.memory / memory.PLACE).write_text(json.dumps({"hints": {}, "given_up": [], "done": done}))
        assert memory.load(whole).done == {}


def test_files_that_change_together_keep_no_verdict_of_before(kit: Path) -> None:
    """As when git brings another branch: the screen stays, and the counts are of what is there now."""

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        for name in ("count", "shout"):
            save(kit, name, RIGHT[name])
            await wait(app, pilot, "✓ 3 of 3 points", name.title())
        for name in ("count", "shout"):
            (kit / f"exercises/s01_words/{name}.py").unlink()
        await wait(app, pilot, "Shout", "0 of 2 exercises done")
        await pilot.press("l")
        assert "✓" not in seen(app)

    play(kit, scene)


def test_the_list_has_what_another_terminal_found_out(kit: Path) -> None:
    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points")
        assert "s01_words/count" not in app.standing.results
        run(kit, "keraskata", "grade", "count")
        await pilot.press("l")
        assert app.standing.results["s01_words/count"].max_points == 3

    play(kit, scene)


@pytest.mark.parametrize("place", ["graders/s01_words/test_shout.py", "curriculum/s01_words.toml"])
def test_an_updated_kit_has_no_verdict_of_the_one_before(kit: Path, place: str) -> None:
    ended: list[Watch] = []

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        ended.append(app)
        await wait(app, pilot, "0 of 3 points")
        (kit / place).write_text(f"{(kit / place).read_text()}\n# another\n")
        await wait(app, pilot, "The kit was updated")
        assert "0 of 3 points" not in seen(app)
        save(kit, "shout", RIGHT["shout"])
        await pilot.pause(1)
        assert "3 of 3 points" not in seen(app)
        await pilot.press("r")

    play(kit, scene)
    assert ended[0].return_value is True  # the command then starts again


HELPED = "from helper import loud\n\n\ndef shout(text):\n    return loud(text)\n"


def test_a_helper_file_is_no_part_of_an_exercise_on_the_screen(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge of a class has no such file either."""
    monkeypatch.chdir(kit)
    (kit / "helper.py").write_text("def loud(text):\n    return text.upper()\n")
    save(kit, "shout", HELPED)

    async def scene(app: Watch, pilot: Pilot[None]) -> None:
        await wait(app, pilot, "0 of 3 points", "No module named 'helper'", "file stands alone")

    play(kit, scene)


def test_a_verdict_that_rests_on_a_helper_file_is_not_kept(kit: Path) -> None:
    save(kit, "shout", HELPED)
    for code, points in (("text.upper()", 3), ("text", 0)):
        (kit / "helper.py").write_text(f"def loud(text):\n    return {code}\n")
        assert f"{points} of 3 points" in run(kit, "pytest", "exercises/s01_words/shout.py").stdout
