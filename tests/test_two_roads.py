"""A notebook earns the same as a file of a class and in an nbgrader course, however it was mangled on its way."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import RIGHT
from test_course import WORDS, answer, built, call, code, edit, hand_in, scores

from keraskata import curriculum
from keraskata.learner import stubs

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")
WRONG = "def shout(text):\n    return text"


def solution(notebook: dict[str, Any]) -> dict[str, Any]:
    cell: dict[str, Any] = next(cell for cell in notebook["cells"] if cell["metadata"]["nbgrader"]["solution"])
    return cell


def turned(kind: str) -> Callable[[Path], None]:
    """The answer's cell is another kind of cell now: one key in Jupyter does it."""

    def turn(notebook: dict[str, Any]) -> None:
        cell = solution(notebook)
        cell["cell_type"] = kind
        cell.pop("outputs"), cell.pop("execution_count")

    return lambda folder: edit(folder / "shout.ipynb", turn)


def with_a_draft(folder: Path) -> None:
    """A copy of the answer's cell, kept as text above it, with all its metadata."""

    def copy(notebook: dict[str, Any]) -> None:
        draft = {**json.loads(json.dumps(solution(notebook))), "cell_type": "raw", "id": "draft", "source": "x = ("}
        del draft["outputs"], draft["execution_count"]
        notebook["cells"].insert(0, draft)

    edit(folder / "shout.ipynb", copy)


def without_metadata(notebook: dict[str, Any]) -> None:
    notebook["metadata"] = {}
    for cell in notebook["cells"]:
        cell["metadata"] = {}


def renamed_without_metadata(folder: Path) -> None:
    edit(folder / "shout.ipynb", without_metadata)
    (folder / "shout.ipynb").rename(folder / "Shout_jane (2).ipynb")


def beside(stub: str, name: str) -> Callable[[Path], None]:
    """The answer has another name, and under its own lies something that is none."""

    def put(folder: Path) -> None:
        released = folder.parents[2] / "release" / WORDS / "shout.ipynb"
        (folder / "shout.ipynb").rename(folder / name)
        if stub:
            (folder / "shout.ipynb").write_text(stub)
        else:
            shutil.copy(released, folder / "shout.ipynb")

    return put


def twice(first: str, second: str) -> Callable[[Path], None]:
    """Two answers: that of the `second` name is wrong."""

    def put(folder: Path) -> None:
        shutil.copy(folder / "shout.ipynb", folder / second)
        edit(folder / second, lambda notebook: answer(notebook, WRONG))
        (folder / "shout.ipynb").rename(folder / first)

    return put


def named_as_another(folder: Path) -> None:
    """The notebook of one exercise under the name of another."""
    (folder / "count.ipynb").unlink()
    (folder / "shout.ipynb").rename(folder / "count.ipynb")


def in_two_cells(folder: Path) -> None:
    edit(folder / "shout.ipynb", lambda notebook: answer(notebook, "import os"))
    edit(folder / "shout.ipynb", lambda notebook: notebook["cells"].append(code(RIGHT["shout"])))


MANGLED: dict[str, tuple[Callable[[Path], None], int]] = {
    "raw": (turned("raw"), 6),
    "markdown": (turned("markdown"), 6),
    "draft": (with_a_draft, 6),
    "bare": (lambda folder: edit(folder / "shout.ipynb", without_metadata), 6),
    "renamed": (renamed_without_metadata, 6),
    "beside_stub": (beside("", "shout_jane_doe_final_version.ipynb"), 6),
    "beside_half": (beside("{ half of", "shout (1).ipynb"), 6),
    "beside_blank": (beside(json.dumps({"nbformat": 4, "cells": []}), "shout-2.ipynb"), 6),
    "short_first": (twice("shout-2.ipynb", "shout (1).ipynb"), 6),
    "exact_first": (twice("shout.ipynb", "Shout.ipynb"), 6),
    "another": (named_as_another, 0),
    "two_cells": (in_two_cells, 6),
}


def test_one_reading(kit: Path, walled: None) -> None:
    stubs.write_list(curriculum.load(kit))
    course = built(kit)
    for student, (mangle, _) in MANGLED.items():
        mangle(hand_in(course, student, **RIGHT))
    expected = {student: points for student, (_, points) in MANGLED.items()}
    command = [sys.executable, "-m", "keraskata", "grade-class", "course/submitted", "--out", "out", "--workers=1"]
    ran = subprocess.run(command, cwd=kit, capture_output=True, text=True, timeout=300)
    records = {name: json.loads((kit / f"out/results/{name}.json").read_text()) for name in MANGLED}
    assert {name: record["score"] for name, record in records.items()} == expected, ran
    for again in ([], ["--force"]):
        said = call(course, "nbgrader", "autograde", WORDS, *again)
        assert scores(course) == expected, said
    assert (course / "submitted/beside_stub" / WORDS / "shout_jane_doe_final_version.ipynb").exists()
