"""Writes the exercises as notebooks for self-study: without a course, a clone or nbgrader.

The metadata of a notebook holds a digest of its cells, which shows whether it was changed. So it can be moved, or come
back from another machine, and a learner's work is never overwritten.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from keraskata.curriculum import Exercise, Kit
from keraskata.learner import stubs
from keraskata.lessons import book, texts
from keraskata.results import CheckResult
from keraskata.source.notebook import NoNotebook, opened

_INSTALL = Path(__file__).with_name("install_cell.py")  # text for a cell: the kit may not be installed where it runs
_USE = "\n\ninstall_keraskata()\nfrom keraskata.notebook import check, hint, solution"
_METADATA = {
    "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
    "language_info": {"name": "python"},
}
_STUCK = """## When you are stuck

Take the `#` away in front of what you want, and run the cell. A hint comes a step at a time."""
_REFERENCE = """ The solution is there once all checks have passed; `solution("{id}", give_up=True)` shows it \
before that, and it is remembered."""
MADE, UPDATED, AS_IT_WAS, YOURS = "made", "updated", "as it was", "yours"


def build(kit: Kit, folder: Path) -> Iterator[tuple[Path, str]]:
    """Write or update the notebooks in `folder`; yield the place of each, and what was done.

    A notebook with a learner's work is left as it is; the book beside them is written again. Raises GradingFailed if a
    grader breaks, CurriculumError if a page of the book is missing, and OSError.
    """
    book.write(kit, folder)
    for name, checks in texts.checks_of(kit).items():
        exercise = kit.exercises[name]
        place = folder / f"{exercise.id}.ipynb"
        yield place, _write(place, notebook(kit, exercise, checks))


def notebook(kit: Kit, exercise: Exercise, checks: Sequence[CheckResult]) -> dict[str, Any]:
    """Return one exercise as the JSON of a notebook, format 4.5."""
    number = list(kit.exercises).index(exercise.id) + 1
    where = f"*Exercise {number} of {len(kit.exercises)}*"
    found = [
        _cell("markdown", f"{texts.about(kit, exercise, book.link(kit, exercise))}\n\n{where}"),
        _cell("markdown", texts.task(kit, exercise)),
        _cell("code", _INSTALL.read_text(encoding="utf-8") + _USE),
        _cell("code", texts.code(stubs.shown(kit, exercise)), may_fail=True),
        _cell("markdown", texts.HOW),
        *(
            _cell("code", texts.check_cell(exercise, check.id, check.docstring, check.max_points), may_fail=True)
            for check in checks
        ),
        *_help(kit, exercise),
    ]
    following = list(kit.exercises.values())[number : number + 1]
    found += [_cell("markdown", f"Next: [{each.title}](../{each.id}.ipynb)") for each in following]
    for place, cell in enumerate(found):
        cell["id"] = hashlib.sha256(f"{exercise.id} {place}".encode()).hexdigest()[:12]
    about = {"exercise": exercise.id, "cells": _digest((cell["cell_type"], cell["source"]) for cell in found)}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {**_METADATA, "kata": about}, "cells": found}


def _help(kit: Kit, exercise: Exercise) -> list[dict[str, Any]]:
    """Make the cells for those who are stuck; of the solution they speak only where it is."""
    said, calls = _STUCK, f'# hint("{exercise.id}")'
    if kit.has_solutions:
        said, calls = said + _REFERENCE.format(id=exercise.id), f'{calls}\n# solution("{exercise.id}")'
    return [_cell("markdown", said), _cell("code", calls, may_fail=True)]


def _cell(kind: str, source: str, may_fail: bool = False) -> dict[str, Any]:
    """Make a cell; Jupyter's "Run All" goes on after a cell that may fail."""
    cell: dict[str, Any] = {"cell_type": kind, "id": "", "metadata": {}, "source": source.strip()}
    if kind == "code":
        cell |= {"execution_count": None, "outputs": []}
    if may_fail:
        cell["metadata"] = {"tags": ["raises-exception"]}
    return cell


def _write(place: Path, made: dict[str, Any]) -> str:
    """Write a notebook, unless the one that is there holds work; return what was done."""
    state = MADE
    if place.exists():
        said, is_now = _digests(place)
        if said != is_now:
            return YOURS
        if said == made["metadata"]["kata"]["cells"]:
            return AS_IT_WAS
        state = UPDATED
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return state


def _digests(place: Path) -> tuple[Any, str]:
    """Return the digest of a notebook's original cells, and of its current cells."""
    content = place.read_bytes()
    try:
        found = _digest((kind, python_text) for kind, python_text, _ in opened(content).cells)
        return json.loads(content)["metadata"]["kata"]["cells"], found
    except (NoNotebook, ValueError, KeyError, TypeError):
        return None, ""


def _digest(found: Any) -> str:
    """Compute a digest of the cells, without empty ones, which Jupyter adds, and without outputs."""
    said = [(kind, python_text) for kind, python_text in found if python_text.strip()]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
