"""For `nbgrader autograde`: notebooks that were handed in under another name, such as "sigmoid (1).ipynb"."""

import json
import os
from contextlib import suppress
from pathlib import Path

from nbformat import v4

from keraskata.curriculum import default_root, load
from keraskata.handed_in.names import Names
from keraskata.nbgrader import notebooks as reader
from keraskata.nbgrader.said import LOG
from keraskata.source.notebook import NoNotebook

_COPY_OF = "copy_of"


def take_renamed(assignment: str, student: str, notebooks: list[str]) -> None:
    """Grade each notebook as the exercise that it was made for, whatever its name: nbgrader's pre_convert_hook.

    A copy under the right name is put beside it and added to `notebooks`, unless there is a file of that name. A
    notebook that cannot be read is identified by its name alone, and the copy says why.
    """
    for place in map(Path, list(notebooks)):
        if _laid_by_us(place):  # in an earlier run: the original may have changed since
            place.unlink()
            notebooks.remove(str(place))
    for place in map(Path, sorted(notebooks)):
        right = place.with_name(f"{_exercise(place) or place.stem}.ipynb")
        if right == place:
            continue
        if os.path.lexists(right):
            LOG.warning("%s is not graded, for there is %s", place, right.name)
            continue
        LOG.info("%s is taken for %s", place, right.name)
        with right.open("x", encoding="utf-8") as file:  # "x": never writes through a link that a learner put there
            file.write(_copy(place))
        notebooks.append(str(right))


def _laid_by_us(place: Path) -> bool:
    try:
        name = reader.read(place).said[_COPY_OF]
        return name != place.name and place.with_name(Path(name).name).is_file()
    except (NoNotebook, OSError, KeyError, ValueError):
        return False


def _exercise(place: Path) -> str:
    """Return the exercise of its section that a notebook's metadata or its name stands for; "" if there is none."""
    section, exercises = place.parent.name, load(default_root()).exercises
    named = [Names(exercises, exercises).find(section, place.stem)]
    with suppress(NoNotebook):
        named[:0] = [reader.read(place).exercise]
    own = (each.rpartition("/")[2] for each in named if each in exercises and each.startswith(f"{section}/"))
    return next(own, "")


def _copy(place: Path) -> str:
    """Return the text of the notebook, or of one that says why it cannot be read, marked as a copy."""
    try:
        cells = [
            {"cell_type": kind, "source": source, "metadata": {"nbgrader": about}}
            for kind, source, about in reader.read(place).cells
        ]
    except NoNotebook as error:
        cells = [v4.new_markdown_cell(f"**This notebook cannot be read**: {error}.")]
    return json.dumps({**v4.new_notebook(), "cells": cells, "metadata": {"kata": {_COPY_OF: place.name}}})
