"""Honest notebooks get the very same grades from stock `nbgrader autograde` as with the course's own configuration.

A few answers of the bank here, all of them with --whole-bank.
"""

import json
from pathlib import Path

import pytest
from test_answers import BANK
from test_course import call

from keraskata.course.answers import Answer
from keraskata.curriculum import Exercise

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
FEW = ("s02_when_to_use/choose_approach", "s06_activations/functions")  # without training
STOCK = "get_config().Execute.timeout = 300\n"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    whole = metafunc.config.getoption("whole_bank")
    exercises = {answer.exercise.id: answer.exercise for answer in BANK}
    chosen = [exercise for name, exercise in exercises.items() if whole or name in FEW]
    metafunc.parametrize("exercise", chosen, ids=lambda exercise: exercise.id)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with every notebook of the curriculum."""
    folder = tmp_path_factory.mktemp("courses") / "course"
    folder.mkdir()
    call(folder, "keraskata", "notebooks", "build", str(folder))
    return folder


def test_stock_nbgrader_gives_the_same_grades(
    exercise: Exercise, course: Path, walled: None, request: pytest.FixtureRequest
) -> None:
    bank = [answer for answer in BANK if answer.exercise == exercise]
    if not request.config.getoption("whole_bank"):
        bank = [answer for answer in bank if answer.right][:1] + [answer for answer in bank if not answer.right][:3]
    ours, theirs = (graded(course, exercise, bank, stock) for stock in (False, True))
    assert ours == theirs
    assert all(sum(ours[answer.path.stem].values()) > 0 for answer in bank if answer.right)


def graded(course: Path, exercise: Exercise, bank: list[Answer], stock: bool) -> dict[str, dict[str, float]]:
    """The points of each check by answer; each answer is a student's, and each exercise has a course of its own."""
    place = course.parent / f"{exercise.name} {stock}"
    source = place / "source" / exercise.section / f"{exercise.name}.ipynb"
    source.parent.mkdir(parents=True)
    source.write_bytes((course / "source" / f"{exercise.id}.ipynb").read_bytes())
    (place / "nbgrader_config.py").write_bytes((course / "nbgrader_config.py").read_bytes())
    call(place, "nbgrader", "generate_assignment", exercise.section)
    for answer in bank:
        notebook = json.loads((place / "release" / f"{exercise.id}.ipynb").read_text())
        cell = next(cell for cell in notebook["cells"] if cell["metadata"]["nbgrader"]["solution"])
        cell["source"] = answer.path.read_bytes().decode("utf-8", "replace")
        handed_in = place / "submitted" / answer.path.stem / f"{exercise.id}.ipynb"
        handed_in.parent.mkdir(parents=True)
        handed_in.write_text(json.dumps(notebook))
    if stock:
        (place / "nbgrader_config.py").write_text(STOCK)
    call(place, "nbgrader", "autograde", exercise.section)
    with api.Gradebook(f"sqlite:///{place}/gradebook.db") as book:
        found = book.notebook_submissions(exercise.name, exercise.section)
        return {submission.student.id: {g.name: g.score for g in submission.grades} for submission in found}
