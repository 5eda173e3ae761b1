"""Makes the notebooks of a student's own variant, of those that `nbgrader generate_assignment` has made."""

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import compute_checksum, is_solution

from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.report.markdown import escaped
from keraskata.variants import marked

Made = dict[str, tuple[bytes, NotebookNode | None]]


def released(folder: Path) -> Made:
    """Return all files of a folder by their places in it, notebooks also opened. Raises CurriculumError, OSError."""
    found: Made = {}
    for place in sorted(each for each in folder.rglob("*") if each.is_file()):
        content, notebook = place.read_bytes(), None
        if place.suffix == ".ipynb":
            try:
                notebook = nbformat.reads(content.decode(), as_version=4)
            except Exception as error:  # of nbformat, of JSON, of the encoding
                raise CurriculumError(f"{place} is no notebook: {error}") from None
        found[place.relative_to(folder).as_posix()] = content, notebook
    if not any(notebook for _, notebook in found.values()):
        raise CurriculumError(f"No notebooks are in {folder}: `nbgrader generate_assignment` makes them, in release/.")
    return found


def files(kit: Kit, given: Made, variant: int) -> dict[str, bytes]:
    """Return the files of a variant; what does not vary is as it was."""
    return {name: _varied(kit, notebook, variant) or content for name, (content, notebook) in given.items()}


def _varied(kit: Kit, notebook: NotebookNode | None, variant: int) -> bytes | None:
    about: Mapping[str, Any] = notebook.metadata.get("kata", {}) if notebook else {}
    exercise = kit.exercises.get(str(about.get("exercise")))
    if notebook is None or exercise is None or not exercise.varies:
        return None
    own = copy.deepcopy(notebook)
    for cell in own.cells:
        _vary(cell, exercise.of(variant))
    return (json.dumps(own, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _vary(cell: NotebookNode, exercise: Exercise) -> None:
    """Give a cell the values of a variant; the cell for the answer also says which it is."""
    cell.source = exercise.varied(cell.source, escaped if cell.cell_type == "markdown" else str)
    if cell.cell_type == "code" and is_solution(cell):
        cell.source = marked(cell.source, exercise.variant)
    if "checksum" in cell.metadata.get("nbgrader", {}):  # else `nbgrader validate` says that the cell was changed
        cell.metadata.nbgrader.checksum = compute_checksum(cell)
