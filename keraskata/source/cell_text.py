"""Joins the code cells of a notebook to one text, and finds the cell and line of a line of that text."""

import re
from collections.abc import Iterable, Sequence

_HEAD = "# The code cells of a notebook."
_CELL = re.compile(r"# %% cell (\d+)$")


def as_text(sources: Iterable[str]) -> str:
    """Return the sources of code cells as one text."""
    parts = [f"# %% cell {number}\n{source.rstrip()}\n" for number, source in enumerate(sources, 1)]
    return "\n".join([_HEAD, *parts])


def is_cells(text: str) -> bool:
    """Return whether `as_text` made this text."""
    return text.startswith(_HEAD)


def split(text: str) -> list[tuple[int, str]]:
    """Return the cells of such a text: for each, the number of lines before it, and its source."""
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if _CELL.match(line):
            found.append((number, []))
        elif found:
            found[-1][1].append(line)
    return [(before, "\n".join(lines)) for before, lines in found]


def place(lines: Sequence[str], number: int, name: str) -> str:
    """Return where line `number` of a file is: in the file `name`, or in a cell if the file is a notebook."""
    if not (lines and is_cells(lines[0])):
        return f"line {number} of {name}"
    heads = [at for at, line in enumerate(lines, 1) if _CELL.match(line.rstrip("\n"))]
    before = [at for at in heads if at < number] or [number]
    return f"line {number - before[-1]} of your cell" + (f" {len(before)}" if len(heads) > 1 else "")
