"""Assignments of the instructor's own in a course of the kit: graded as by stock nbgrader, but behind the walls."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import gradebooks
import nbformat
import pytest
from conftest import RIGHT
from test_course import WORDS, built, call, code, edit, hand_in
from test_course_by_hand import PNG, SCRIPT, by_hand, markdown

api = pytest.importorskip("nbgrader.api", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
NBGRADER = Path(sys.modules["nbgrader"].__file__ or "").parent
GUIDE, FILES = NBGRADER / "docs/source/user_guide", NBGRADER / "tests/apps/files"
STOCK = "c = get_config()\n"
OURS = f"{STOCK}from keraskata.nbgrader.config import configure\nconfigure(c)\n"
CARRIED = {  # of nbgrader's own tests: a source notebook, and what was handed in for it
    "submitted-unchanged": ("unchanged", "changed", "cheat-attempt", "cheat-attempt-alternative"),
    "autotest-simple": ("unchanged", "changed"),
    "autotest-hashed": ("unchanged", "changed"),
    "autotest-multi": ("unchanged", "changed"),
    "autotest-hidden": ("unchanged", "changed-right", "changed-wrong"),
    "validating-environment-variable": ("",),
    "open_relative_file": ("",),
    "side-effects": ("",),
    "infinite-loop": ("",),
    "timeout": ("",),
}


def graded(folder: Path, config: str, *assignments: str) -> dict[str, list[str]]:
    """Everything in the gradebook after the assignments of a course were autograded."""
    (folder / "nbgrader_config.py").write_text(config)
    for assignment in assignments:
        call(folder, "nbgrader", "generate_assignment", assignment)
        for place in (folder / "release" / assignment).iterdir():  # who handed in what was released
            untouched = folder / "submitted/untouched" / assignment / place.name
            untouched.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(place, untouched)
        call(folder, "nbgrader", "autograde", assignment)
    return gradebooks.rows(f"sqlite:///{folder}/gradebook.db")


def solved(folder: Path, assignment: str) -> None:
    """Hand in the source itself, which holds the solutions."""
    shutil.copytree(folder / "source" / assignment, folder / "submitted/solved" / assignment)


def test_the_example_course_has_the_same_gradebook(tmp_path: Path, walled: None) -> None:
    found = []
    for name, config in (("stock", STOCK), ("ours", OURS)):
        folder = tmp_path / name
        shutil.copytree(GUIDE / "source", folder / "source")
        shutil.copytree(GUIDE / "submitted", folder / "submitted")
        shutil.copy(GUIDE / "autotests.yml", folder)
        for assignment in ("ps1", "ps1_autotest"):
            solved(folder, assignment)
        header = 'c.IncludeHeaderFooter.header = "source/header.ipynb"\n'
        found.append(graded(folder, config + header, "ps1", "ps1_autotest"))
    assert found[0] == found[1]
    assert len(found[0]["grade"]) > 50 and len(found[0]["comment"]) > 40


@pytest.mark.skipif(not FILES.is_dir(), reason="this nbgrader comes without the notebooks of its tests")
def test_the_notebooks_that_nbgrader_carries_have_the_same_gradebook(tmp_path: Path, walled: None) -> None:
    found = []
    for name, config in (("stock", STOCK), ("ours", OURS)):
        folder = tmp_path / name
        (folder / "source/ps1").mkdir(parents=True)
        for file in ("autotests.yml", "data.txt"):
            shutil.copy(FILES / file, folder / "source/ps1")
        for source, variants in CARRIED.items():
            shutil.copy(FILES / f"{source}.ipynb", folder / "source/ps1")
            for variant in variants:
                handed_in = folder / "submitted" / (variant or "solved") / "ps1" / f"{source}.ipynb"
                handed_in.parent.mkdir(parents=True, exist_ok=True)
                stem = source.removesuffix("-unchanged")
                shutil.copy(FILES / f"{stem}-{variant}.ipynb" if variant else FILES / f"{source}.ipynb", handed_in)
        found.append(graded(folder, f"{config}c.Execute.timeout = 2\n", "ps1"))
    assert found[0] == found[1]
