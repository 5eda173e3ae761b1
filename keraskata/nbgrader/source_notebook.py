"""One exercise as nbgrader's source notebook: the lesson, the task, a cell to work in, and a cell for each check."""

import hashlib
from collections.abc import Sequence
from typing import Any

from nbformat import NotebookNode, v4

from keraskata.book.pages import command
from keraskata.curriculum import Exercise, Kit
from keraskata.lessons import texts
from keraskata.report.counting import Number, parts
from keraskata.results import PRIVATE, CheckResult

SOLUTION, STUB = "solution", "kata_stub"
_KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}


def source_notebook(
    kit: Kit, exercise: Exercise, checks: Sequence[CheckResult], private: int, worth: int | None = None
) -> NotebookNode:
    """Make the notebook; `private` is the number of points of the instructor's own checks, 0 for none.

    `worth` is what the course gives for the exercise, None for the points of its checks.
    Every id in it is made of the names of the exercise and the check, so that it is the same in every build.
    """
    stub, solution = (
        texts.code(place.read_text(encoding="utf-8")) for place in (kit.stub(exercise), kit.solution(exercise))
    )
    most = [*(check.max_points for check in checks), private]
    points = parts(sum(most) if worth is None else worth, most)
    read = f"`{command(kit, exercise)}`, in a terminal" if exercise.book else ""  # students get notebooks, and no pages
    cells = [
        _given(v4.new_markdown_cell(texts.about(kit, exercise, read)), "about"),
        _given(v4.new_markdown_cell(texts.task(kit, exercise)), "task"),
        _given(v4.new_code_cell("from keraskata.notebook import check  # run this first"), "setup"),
        _worked_in(v4.new_code_cell(f"### BEGIN SOLUTION\n{solution}\n### END SOLUTION"), stub),
        _given(v4.new_markdown_cell(texts.HOW), "how"),
        *(_check(exercise, check.id, check.docstring, part) for check, part in zip(checks, points, strict=False)),
    ]
    if private:
        cells.append(_check(exercise, PRIVATE, "Your instructor's own checks.", points[-1]))
    for cell in cells:
        cell["id"] = hashlib.sha256(f"{exercise.id} {cell.metadata.nbgrader.grade_id}".encode()).hexdigest()[:12]
    about = {"kernelspec": _KERNEL, "kata": {"exercise": exercise.id}}
    notebook: NotebookNode = v4.new_notebook(cells=cells, metadata=about)
    return notebook


def _check(exercise: Exercise, name: str, sentence: str, points: Number) -> NotebookNode:
    cell = v4.new_code_cell(texts.check_cell(exercise, name, sentence, points))
    return _marked(cell, name, grade=True, locked=True, points=points)


def _worked_in(cell: NotebookNode, stub: str) -> NotebookNode:
    cell.metadata[STUB] = stub
    return _marked(cell, SOLUTION, solution=True)


def _given(cell: NotebookNode, name: str) -> NotebookNode:
    return _marked(cell, name, locked=True)


def _marked(cell: NotebookNode, name: str, **about: Any) -> NotebookNode:
    """Add nbgrader's metadata to `cell`.

    See https://nbgrader.readthedocs.io/en/stable/contributor_guide/metadata.html. Jupyter's "Run All" goes on after a
    cell tagged raises-exception: a check that fails does not hide the next one.
    """
    marks = {"schema_version": 3, "task": False, "grade": False, "solution": False, "locked": False, **about}
    if marks["grade"] or marks["solution"]:
        cell.metadata["tags"] = ["raises-exception"]
    cell.metadata["nbgrader"] = NotebookNode({**marks, "grade_id": name, "cell_type": cell.cell_type})
    return cell
