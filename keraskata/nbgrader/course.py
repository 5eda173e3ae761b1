"""Builds an nbgrader course: twelve assignments of source notebooks, made from the kit's own files."""

import hashlib
import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import nbformat

from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.lessons.texts import checks_of
from keraskata.nbgrader.source_notebook import source_notebook

PRIVATE_FOLDER = "private"
_BUILT = ".kata/built.json"  # what was built last, to recognize what an instructor changed by hand
_CONFIG = '''"""This course's configuration of nbgrader: its notebooks are graded by keraskata, behind walls."""

from keraskata.nbgrader.config import configure

c = get_config()  # noqa: F821
configure(c)

c.CourseDirectory.course_id = "keras"
# c.Exchange.root = "/srv/nbgrader/exchange"

# c.JudgeCells.seed = 0          # use another one than the 0 of the learners' own checks: only in your copy
# c.JudgeCells.course = "course.toml"  # whose [variants] say who has which
# c.JudgeCells.walls = True      # False: grade where walls cannot be put up, and only files that you trust
# c.JudgeCells.check_seconds = 60
# c.JudgeCells.submission_seconds = 900
# c.Execute.timeout = 30         # seconds for a cell, in notebooks that are your own and not the kit's
'''


def build(kit: Kit, course: Path, exercises: Sequence[Exercise], worth: Mapping[str, int]) -> Iterator[str]:
    """Make or update the course in a folder, and yield a line for each thing done.

    `exercises` are those that count, and `worth` says what one gives in place of the points of its checks. Only
    notebooks that are as the kit made them are written again: a changed one is left as it is, and reported.
    Everything else in the folder stays as it is. Raises GradingFailed if a grader breaks, CurriculumError without
    solutions, which its source notebooks hold, and OSError.
    """
    if not kit.has_solutions:
        raise CurriculumError("A course of notebooks is made of the solutions, too: run this in a kit that has them.")
    counted = {exercise.id: exercise for exercise in exercises}
    private = _only(kit.private(course / PRIVATE_FOLDER), counted)
    own = {name: sum(check.max_points for check in checks) for name, checks in checks_of(private).items()}
    (course / ".kata").mkdir(parents=True, exist_ok=True)
    built = _built(course)
    for name, checks in checks_of(_only(kit, counted)).items():
        exercise = kit.exercises[name]
        place = course / "source" / f"{name}.ipynb"
        text = nbformat.writes(source_notebook(kit, exercise, checks, own.get(name, 0), worth.get(name))) + "\n"
        yield f"{_write(place, text, built.get(name)):<9} {place.relative_to(course)}"
        if _digest(place.read_text(encoding="utf-8")) == _digest(text):
            built[name] = _digest(text)
    for name in kit.exercises.keys() - counted:
        if (left := course / "source" / f"{name}.ipynb").exists():
            yield f"DOES NOT COUNT, left as it is (delete it to have it out of the course): {left.relative_to(course)}"
    (course / _BUILT).write_text(json.dumps(built, indent=1), encoding="utf-8")
    config = course / "nbgrader_config.py"
    if not config.exists():
        config.write_text(_CONFIG, encoding="utf-8")
        yield f"made      {config.name}"


def _only(kit: Kit, counted: Container[str]) -> Kit:
    return replace(kit, exercises={name: each for name, each in kit.exercises.items() if name in counted})


def _built(course: Path) -> dict[str, str]:
    try:
        found = json.loads((course / _BUILT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(place: Path, text: str, built: str | None) -> str:
    """Write a notebook unless it was changed by hand; return what was done, in a few words."""
    if place.exists():
        old = place.read_text(encoding="utf-8")
        if old == text:
            return "as it was"
        if _digest(old) != built:
            return "CHANGED BY HAND, left as it is (delete it to have it built again):"
    state = "updated" if place.exists() else "made"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return state


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
