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
