"""A course that its instructor has changed by hand, and one whose own graders are broken."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT
from test_course import PRIVATE, WORDS, answer, built, call, edit, hand_in, scores

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")


def test_what_was_changed_by_hand_stays_and_counts(kit: Path, walled: None) -> None:
    course = built(kit)
    source = course / "source" / WORDS
    edit(source / "count.ipynb", lambda notebook: notebook["cells"][-1]["metadata"]["nbgrader"].update(points=5))
    edit(source / "shout.ipynb", begin_otherwise)
    text = {"cell_type": "markdown", "id": "text", "metadata": {}, "source": "Read this first."}
    reading = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [text]}
    (source / "reading.ipynb").write_text(json.dumps(reading))
    call(course, "nbgrader", "generate_assignment", WORDS, "--force")
    released = (course / "release" / WORDS / "shout.ipynb").read_text()
    assert "# Begin here." in released and "text.upper" not in released
    shutil.copy(course / "release" / WORDS / "reading.ipynb", hand_in(course, "ann", **RIGHT))
    shutil.copy(course / "release" / WORDS / "reading.ipynb", hand_in(course, "bob", shout="", count=""))
    call(course, "nbgrader", "autograde", WORDS)
    assert scores(course) == {"ann": 8, "bob": 0}
    assert "(5/5)" in (course / "autograded" / "ann" / WORDS / "count.ipynb").read_text()


def begin_otherwise(notebook: dict[str, Any]) -> None:
    solution = next(cell for cell in notebook["cells"] if cell["metadata"]["nbgrader"]["solution"])
    answer(notebook, "# Begin here.\n" + "".join(solution["source"]))


def test_a_broken_grader_is_the_instructors_to_hear_of(kit: Path, walled: None) -> None:
    """No grade is given for it, and no learner reads a line of it."""
    private = kit / "course/private" / WORDS / "test_shout.py"
    private.parent.mkdir(parents=True)
    private.write_text(PRIVATE)
    course = built(kit)
    hand_in(course, "ann", **RIGHT)
    private.write_text(PRIVATE.replace(', "TOP-SECRET", what', ' "TOP-SECRET" what'))
    with pytest.raises(AssertionError, match="The grader of s01_words/shout is broken"):
        call(course, "nbgrader", "autograde", WORDS)
    assert not list((course / "autograded").rglob("*.ipynb"))
    private.write_text(PRIVATE)
    call(course, "nbgrader", "autograde", WORDS)
    assert scores(course) == {"ann": 10}
    kept = [path.read_text() for path in (kit / ".kata").rglob("*.json")]
    assert not any("secret" in text.lower() for text in kept)  # learners may have the same kit


def test_own_checks_that_come_after_the_first_grades_count(kit: Path, walled: None) -> None:
    course = built(kit)
    hand_in(course, "ann", **RIGHT)
    hand_in(course, "bob", shout="def shout(text):\n    return text", count=RIGHT["count"])
    call(course, "nbgrader", "autograde", WORDS)
    private = kit / "course/private" / WORDS / "test_shout.py"
    private.parent.mkdir(parents=True)
    private.write_text(PRIVATE)
    said = call(course, "nbgrader", "autograde", WORDS, "--force")
    assert (
        said.count("Your own checks of s01_words/shout do not all count. To add them, run `kata notebooks build`") == 1
    )
    assert scores(course) == {"ann": 6, "bob": 3}

    call(kit, "keraskata", "notebooks", "build", str(course))
    call(course, "nbgrader", "generate_assignment", WORDS, "--force")
    assert scores(course) == {"ann": 6, "bob": 3}
    assert "Your own checks" not in call(course, "nbgrader", "autograde", WORDS, "--force")
    assert scores(course) == {"ann": 10, "bob": 3}
    edit(course / "source" / WORDS / "shout.ipynb", lambda notebook: notebook["cells"].pop())
    with pytest.raises(AssertionError, match="Cannot add or remove cells"):
        call(course, "nbgrader", "generate_assignment", WORDS, "--force")


def test_the_points_of_the_course_count_with_own_checks(kit: Path, walled: None) -> None:
    """In a course of notebooks the same points come out as where files are graded."""
    private = kit / "course/private" / WORDS / "test_shout.py"
    private.parent.mkdir(parents=True)
    private.write_text(PRIVATE)
    (kit / "course.toml").write_text('[points]\n"s01_words/shout" = 10\n"s01_words/count" = 1\n')
    course = built(kit, "--course", "course.toml")
    hand_in(course, "ann", **RIGHT)
    hand_in(course, "bob", shout="def shout(text):\n    return 'AB' if text else text", count=RIGHT["count"])
    said = call(course, "nbgrader", "autograde", WORDS)
    assert "Your own checks" not in said
    assert scores(course) == {"ann": 11, "bob": pytest.approx(5.29)}
    options = ["--out", "out", "--private", "course/private", "--course", "course.toml"]
    call(kit, "keraskata", "grade-class", "course/submitted", *options)
    grades = {name: json.loads((kit / f"out/results/{name}.json").read_text())["grade"] for name in ("ann", "bob")}
    assert grades == {"ann": 11, "bob": 5.29}
    private.write_text(PRIVATE.replace("points=4", "points=5"))
    said = call(course, "nbgrader", "autograde", WORDS, "--force")
    assert "Your own checks of s01_words/shout do not all count" in said


def test_assignment_and_notebooks_may_be_renamed(kit: Path, walled: None) -> None:
    course = built(kit)
    (course / "source" / WORDS).rename(course / "source" / "ps1")
    (course / "source/ps1/shout.ipynb").rename(course / "source/ps1/problem 1.ipynb")
    call(course, "nbgrader", "generate_assignment", "ps1")
    names = {"ann": ["problem 1", "count"], "bob": ["homework", "count-bob"], "cleo": ["Shout (1)", "count"]}
    for student, (shout, count) in names.items():
        folder = course / "submitted" / student / "ps1"
        folder.mkdir(parents=True)
        for source, name, exercise in (("problem 1", shout, "shout"), ("count", count, "count")):
            place = folder / f"{name}.ipynb"
            shutil.copy(course / "release/ps1" / f"{source}.ipynb", place)
            edit(place, lambda notebook, exercise=exercise: answer(notebook, RIGHT[exercise]))  # type: ignore[misc]
    (course / "submitted/cleo/ps1/count.ipynb").rename(course / "submitted/cleo/ps1/count_cleo.ipynb")
    for name in ("Shout (1)", "count_cleo"):
        edit(course / f"submitted/cleo/ps1/{name}.ipynb", lambda notebook: notebook["metadata"].clear())
    said = call(course, "nbgrader", "autograde", "ps1")
    assert "homework.ipynb is taken for problem 1.ipynb" in said
    with api.Gradebook(f"sqlite:///{course}/gradebook.db") as book:
        assert {each.student.id: each.score for each in book.assignment_submissions("ps1")} == dict.fromkeys(names, 6)
