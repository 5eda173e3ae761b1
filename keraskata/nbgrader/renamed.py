"""For `nbgrader autograde`: notebooks that came back under another name, such as "sigmoid (1).ipynb"."""

import json
import os
import re
from contextlib import suppress
from pathlib import Path

from nbformat import v4
from traitlets.log import get_logger

from keraskata.curriculum import default_root, load
from keraskata.nbgrader import notebooks as reader
from keraskata.source.notebook import NoNotebook

_COPY_OF = "copy_of"
_NUMBERED = re.compile(r"(\w+?)( ?\(\d+\)|-Copy\d+)")  # as browsers and Jupyter number what is there already


def take_renamed(assignment: str, student: str, notebooks: list[str]) -> None:
    """Nbgrader's pre_convert_hook: a notebook is graded as the exercise that it was made for, whatever its name.

    A copy under the right name is laid beside it and added to `notebooks`, unless there is a file of that name. What
    cannot be read is told from its name alone, and the copy says why.
    """
    for place in map(Path, list(notebooks)):
        if _laid_by_us(place):  # in an earlier run: the notebook beside it may be another one by now
            place.unlink()
            notebooks.remove(str(place))
    for place in map(Path, sorted(notebooks)):
        right = place.with_name(f"{_exercise(place) or place.stem}.ipynb")
        if right == place:
            continue
        if os.path.lexists(right):
            get_logger().warning("%s is not graded, for there is %s", place, right.name)
            continue
        get_logger().warning("%s is taken for %s", place, right.name)
        with right.open("x", encoding="utf-8") as file:  # never through a link that a learner put there
            file.write(_copy(place))
        notebooks.append(str(right))


def _laid_by_us(place: Path) -> bool:
    try:
        name = reader.read(place).said[_COPY_OF]
        return name != place.name and place.with_name(Path(name).name).is_file()
    except (NoNotebook, OSError, KeyError, ValueError):
        return False


def _exercise(place: Path) -> str:
    """The exercise of its section that a notebook says it was made for, or is called after; "" where there is none."""
    section, numbered = place.parent.name, _NUMBERED.fullmatch(place.stem)
    names = [numbered[1]] if numbered else []
    with suppress(NoNotebook):
        said, _, name = reader.read(place).exercise.rpartition("/")
        names[:0] = [name] if said == section else []
    return next((name for name in names if f"{section}/{name}" in load(default_root()).exercises), "")


def _copy(place: Path) -> str:
    """The notebook, or one that says why it cannot be read, marked as a copy."""
    try:
        cells = [
            {"cell_type": kind, "source": source, "metadata": {"nbgrader": about}}
            for kind, source, about in reader.read(place).cells
        ]
    except NoNotebook as error:
        cells = [v4.new_markdown_cell(f"**This notebook cannot be read**: {error}.")]
    return json.dumps({**v4.new_notebook(), "cells": cells, "metadata": {"kata": {_COPY_OF: place.name}}})
