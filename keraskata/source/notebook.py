"""Reads a notebook for graders: its cells, and which of them are the learner's own code."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from keraskata.source.cell_text import as_text
from keraskata.source.python_text import MAX_SOURCE, NoText, decoded

MAX_NOTEBOOK = 100_000_000  # bytes, as for nbgrader's exchange: pictures among the outputs, which are not read
_MAX_TEXT = 20_000_000  # characters in its cells


class NoNotebook(Exception):
    """A file cannot be read as a notebook; the message says why."""


Cell = tuple[str, str, dict[str, Any]]
"""Type, source and nbgrader's metadata."""


@dataclass(frozen=True)
class Notebook:
    """The cells of a notebook, and the kit's own entries in its metadata."""

    cells: list[Cell]
    said: dict[str, str]

    @property
    def exercise(self) -> str:
        """SECTION/EXERCISE from the metadata, whatever the file's name; "" if it is not there."""
        return self.said.get("exercise", "")

    @property
    def code(self) -> list[str]:
        """The source of each code cell that is the learner's own.

        An answer cell counts as code if a slip of the keyboard has made it text; of several copies the last one does.
        """
        last = {str(about.get("grade_id")): number for number, (_, _, about) in enumerate(self.cells)}
        return [
            source
            for number, (kind, source, about) in enumerate(self.cells)
            if not _given(about)
            and (kind == "code" or (_is_answer(about) and last[str(about.get("grade_id"))] == number))
        ]

    @property
    def text(self) -> str:
        """The learner's code as one text."""
        return as_text(self.code)


def read(path: Path) -> str:
    """Return the text of an exercise's file, of a notebook as `as_text` makes it, without a byte order mark.

    Raises OSError, NoText, and NoNotebook.
    """
    if path.exists() and not path.is_file():
        raise NoText("no file with a text in it", "put a plain file in its place")
    if path.suffix != ".ipynb" and path.stat().st_size > MAX_SOURCE:
        raise NoText(f"a file of more than {MAX_SOURCE // 1_000_000} MB", "leave out what is not code")
    content = path.read_bytes()
    return text_of(content) if path.suffix == ".ipynb" else decoded(content)


def readable(path: Path) -> str:
    """Return the text of an exercise's file; "" where it cannot be read."""
    try:
        return read(path)
    except (OSError, NoText, NoNotebook):
        return ""


def text_of(content: bytes) -> str:
    """Return the text of the learner's code cells in an .ipynb file, which may be untrusted. Raises NoNotebook."""
    return opened(content).text


def opened(content: bytes) -> Notebook:
    """Return the content of an .ipynb file. Raises NoNotebook."""
    notebook = parsed(content)
    try:
        if notebook["nbformat"] < 4:
            raise NoNotebook("in the old format of IPython 2: open it in Jupyter and save it again")
        cells = [_cell(cell) for cell in notebook["cells"]]
        said = _said(notebook.get("metadata"))
    except (KeyError, TypeError, AttributeError):
        raise NoNotebook("no notebook: its JSON has no cells as Jupyter writes them") from None
    if sum(len(source) for _, source, _ in cells) > _MAX_TEXT:
        raise NoNotebook(f"no notebook of this course: the text in its cells is larger than {_MAX_TEXT // 10**6} MB")
    return Notebook(cells, said)


def parsed(content: bytes) -> Any:
    """Return the JSON of an .ipynb file, whatever is in it. Raises NoNotebook."""
    if len(content) > MAX_NOTEBOOK:
        raise NoNotebook(f"larger than {MAX_NOTEBOOK // 1_000_000} MB; clear its outputs and save it again")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NoNotebook("no notebook: it is not the JSON that Jupyter saves") from None


def _said(metadata: Any) -> dict[str, str]:
    kata = metadata.get("kata") if isinstance(metadata, dict) else None
    return {name: said for name, said in kata.items() if isinstance(said, str)} if isinstance(kata, dict) else {}


def _cell(cell: dict[str, Any]) -> Cell:
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    metadata = cell.get("metadata")
    about = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return str(cell["cell_type"]), text, about if isinstance(about, dict) else {}


def _is_answer(about: dict[str, Any]) -> bool:
    """Return whether a cell was made for code."""
    return bool(about.get("solution")) and about.get("cell_type") == "code"


def _given(about: dict[str, Any]) -> bool:
    """Return whether a cell belongs to the exercise: a check, or a cell that cannot be changed."""
    return bool(about.get("grade") or about.get("locked")) and not about.get("solution")
