"""What a notebook has from its instructor: the texts of the source notebook, the pictures in them, and its code."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.coursedir import CourseDirectory

from keraskata.nbgrader.exercises import source_of

_KEPT = 10  # each is asked for by each student's notebook


@dataclass(frozen=True)
class Given:
    """The texts of a source notebook, the attachments of its cells by nbgrader's id, and its code with solutions."""

    texts: frozenset[str] = frozenset()
    pictures: dict[str, Any] = field(default_factory=dict)
    code: str = ""


def given(course: CourseDirectory, assignment: str, notebook: str) -> Given:
    """Return what is given in a notebook of an assignment; nothing where its source is not there."""
    place = source_of(course, assignment) / f"{notebook}.ipynb"
    try:
        return _given(place, place.stat().st_mtime_ns)
    except (OSError, ValueError):
        return Given()


@lru_cache(maxsize=_KEPT)
def _given(place: Path, changed: int) -> Given:
    cells = nbformat.read(place, as_version=4).cells
    texts = [cell for cell in cells if cell.cell_type == "markdown"]
    pictures = {
        cell.metadata["nbgrader"]["grade_id"]: cell.attachments
        for cell in texts
        if "attachments" in cell and cell.metadata.get("nbgrader", {}).get("grade_id")
    }
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    return Given(frozenset(cell.source for cell in texts), pictures, code)
