"""An nbgrader course from nothing to released feedback, with nbgrader's own commands and nothing of it patched."""

import csv
import getpass
import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT

from keraskata.subject import walls

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
WORDS = "s01_words"
PRIVATE = '''
import pytest
from keraskata import expect

@pytest.mark.check(points=4, hint="TOP-SECRET hint")
def test_accents(submission):
    """TOP-SECRET sentence."""
    expect.equal(submission.shout("top-secret"), "TOP-SECRET", what="shout")
'''


def call(folder: Path, *command: str) -> str:
    """Run a command; what it printed. Fails where it fails."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, timeout=3_000
    )
    assert ran.returncode == 0, f"{command}\n{ran.stdout[-3000:]}\n{ran.stderr[-3000:]}"
    return ran.stdout + ran.stderr


def built(kit: Path, *options: str) -> Path:
    """The course of a kit, its first assignment released."""
    course = kit / "course"
    call(kit, "keraskata", "notebooks", "build", str(course), *options)
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(f"c.Exchange.root = {str(kit / 'exchange')!r}\nc.CourseDirectory.root = {str(course)!r}\n")
        file.write("c.JudgeCells.workers = 1\n")  # a second one is a second start of Keras
    (kit / "exchange").mkdir(exist_ok=True)
    (kit / "exchange").chmod(0o777)
    call(course, "nbgrader", "generate_assignment", WORDS)
    return course


def edit(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    notebook = json.loads(path.read_text())
    change(notebook)
    path.write_text(json.dumps(notebook))


def answer(notebook: dict[str, Any], text: str) -> None:
    next(cell for cell in notebook["cells"] if cell["metadata"]["nbgrader"]["solution"])["source"] = text


def hand_in(course: Path, student: str, **texts: str) -> Path:
    """Put notebooks with these answers where `nbgrader collect` would."""
    folder = course / "submitted" / student / WORDS
    folder.mkdir(parents=True)
    (folder / "timestamp.txt").write_text("2026-01-02 03:04:05.6 UTC")
    (folder / "submission_secret.txt").write_text(f"secret of {student}")
    for name, text in texts.items():
        shutil.copy(course / "release" / WORDS / f"{name}.ipynb", folder)
        edit(folder / f"{name}.ipynb", lambda notebook, text=text: answer(notebook, text))  # type: ignore[misc]
    return folder


def scores(course: Path) -> dict[str, float]:
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        assert not any(found.needs_manual_grade for found in book.assignment_submissions(WORDS))
        return {found.student.id: found.score for found in book.assignment_submissions(WORDS)}


def feedback(course: Path, student: str, name: str) -> str:
    return (course / "feedback" / student / WORDS / f"{name}.html").read_text()


def test_the_whole_road(kit: Path, walled: None) -> None:
    course = built(kit)
    call(course, "nbgrader", "release_assignment", WORDS)
    home, me = kit / "home", getpass.getuser()  # nbgrader knows a student by the account
    home.mkdir()
    config = (course / "nbgrader_config.py").read_text().replace(str(course), str(home))
    (home / "nbgrader_config.py").write_text(config)
    assert WORDS in call(home, "nbgrader", "list")
    call(home, "nbgrader", "fetch_assignment", WORDS)
    edit(home / WORDS / "shout.ipynb", lambda notebook: answer(notebook, "x = ("))
    said = call(home, "nbgrader", "validate", f"{WORDS}/shout.ipynb")
    assert "(0/2)" in said and "line 1 of your cell" in said
    edit(home / WORDS / "shout.ipynb", lambda notebook: answer(notebook, RIGHT["shout"]))
    assert "Success" in call(home, "nbgrader", "validate", f"{WORDS}/shout.ipynb")
    call(home, "nbgrader", "submit", WORDS)
    call(course, "nbgrader", "collect", WORDS)
    hand_in(course, "bob", shout="def shout(text):\n    return text", count=RIGHT["count"])
    hand_in(course, "cleo", shout="x = (", count=RIGHT["count"])

    call(course, "nbgrader", "autograde", WORDS)
    assert scores(course) == {me: 3, "bob": 3, "cleo": 3}
    about = json.loads((course / "autograded" / "bob" / WORDS / "shout.ipynb").read_text())["metadata"]["keraskata"]
    assert about["subject"] == "walled" and set(about["walls"]) == {"user", "cgroup"} - walls.check().keys()
    call(course, "nbgrader", "generate_feedback", WORDS)
    assert "is 'AB'" in html.unescape(feedback(course, "bob", "shout"))
    assert "line 1 of your cell" in feedback(course, "cleo", "shout")
    call(course, "nbgrader", "release_feedback", WORDS)
    call(home, "nbgrader", "fetch_feedback", WORDS)
    assert list((home / WORDS / "feedback").rglob("shout.html"))
    call(course, "nbgrader", "export")
    with (course / "grades.csv").open() as file:
        assert {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)} == scores(course)


def code(source: str) -> dict[str, Any]:
    return {"cell_type": "code", "id": "x", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
