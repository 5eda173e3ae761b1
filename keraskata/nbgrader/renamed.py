"""For `nbgrader autograde`: notebooks that were handed in under another name, such as "sigmoid (1).ipynb"."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from nbformat import v4
from nbgrader.coursedir import CourseDirectory

from keraskata.handed_in.names import Names
from keraskata.nbgrader import notebooks as reader
from keraskata.nbgrader.exercises import notebooks_of
from keraskata.nbgrader.said import LOG
from keraskata.source.notebook import NoNotebook

_COPY_OF = "copy_of"


def take_renamed(course: CourseDirectory, notebooks: list[str]) -> None:
    """Grade each notebook of a submission as the exercise that it was made for, whatever its name.

    Of several for one exercise that one counts which counts in a class of files: see `handed_in.matching`. A copy under
    the right name is put beside it and added to `notebooks`; what had that name, such as the stub, is renamed. A
    notebook that cannot be read is identified by its name alone, and the copy says why.
    """
    for place in map(Path, list(notebooks)):
        if _laid_by_us(place):  # in an earlier run: the original may have changed since
            place.unlink()
            notebooks.remove(str(place))
    own = notebooks_of(course, Path(notebooks[0]).parent.name) if notebooks else {}
    called = {name: exercise for exercise, name in own.items()}
    found: dict[str, list[Path]] = {}
    for place in sorted(map(Path, notebooks), key=lambda place: _order(own, place)):
        found.setdefault(_right_name(own, place), []).append(place)
    for name in sorted(found.keys() & called.keys()):
        places = found[name]
        answers = (each for each in places if len(places) == 1 or not reader.is_nothing(each, called[name]))
        counts = next(answers, places[0])
        right = counts.with_name(f"{name}.ipynb")
        if counts != right:
            if os.path.lexists(right):
                right.rename(_free(right))
            LOG.info("%s is taken for %s", counts, right.name)
            with right.open("x", encoding="utf-8") as file:  # "x": never writes through a link of a learner
                file.write(_copy(counts))
        for place in places:
            if place not in (counts, right):
                LOG.warning("%s is not graded, for there is %s", place, counts.name)
        notebooks[:] = sorted({*notebooks, str(right)})


def _laid_by_us(place: Path) -> bool:
    try:
        name = reader.read(place).said[_COPY_OF]
        return name != place.name and place.with_name(Path(name).name).is_file()
    except (NoNotebook, OSError, KeyError, ValueError):
        return False


def _order(own: dict[str, str], place: Path) -> tuple[object, ...]:
    """Return what sorts notebooks: the one that comes first counts."""
    return place.stem not in own.values(), not _by_name(own, place), len(place.name), place.name


def _right_name(own: dict[str, str], place: Path) -> str:
    """Return the notebook of the assignment that a notebook's name or metadata stands for; "" if there is none."""
    if place.stem in own.values():
        return place.stem
    with suppress(NoNotebook):
        if said := own.get(reader.read(place).exercise):
            return said
    return _by_name(own, place)


def _by_name(own: dict[str, str], place: Path) -> str:
    names = {f"{place.parent.name}/{name}": name for name in own.values()} | own
    return names.get(Names(names, names).find(place.parent.name, place.stem), "")


def _free(place: Path) -> Path:
    """Return a name beside `place` that no file has."""
    number = 1
    while os.path.lexists(free := place.with_name(f"{place.stem} (not graded {number}).ipynb")):
        number += 1
    return free


def _copy(place: Path) -> str:
    """Return the text of the notebook, or of one that says why it cannot be read, marked as a copy."""
    try:
        cells: list[dict[str, Any]] = [
            {"cell_type": kind, "source": source, "metadata": {"nbgrader": about}}
            for kind, source, about in reader.read(place).cells
        ]
        for cell, (attachments, outputs) in zip(cells, reader.shown(place), strict=False):
            cell |= {"outputs": outputs} if cell["cell_type"] == "code" else {"attachments": attachments}
    except NoNotebook as error:
        cells = [v4.new_markdown_cell(f"**This notebook cannot be read**: {error}.")]
    return json.dumps({**v4.new_notebook(), "cells": cells, "metadata": {"kata": {_COPY_OF: place.name}}})
