"""For `nbgrader autograde`: restores a submitted notebook to the form that the gradebook knows."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, from_dict, v4
from nbgrader.api import Gradebook, MissingEntry, Notebook
from nbgrader.converters import Autograde
from nbgrader.preprocessors import NbGraderPreprocessor

from keraskata.handed_in.shown import Shown
from keraskata.nbgrader import notebooks as reader
from keraskata.nbgrader.exercises import exercise_of, has_own
from keraskata.nbgrader.given import given
from keraskata.nbgrader.renamed import take_renamed
from keraskata.nbgrader.said import LOG, Said
from keraskata.nbgrader.taking import LEFT_OUT, tidy
from keraskata.printable import one_line
from keraskata.source.notebook import NoNotebook

_MAX_CELLS = 2_000


class SubmittedNotebook(NotebookExporter):
    """Reads a notebook and keeps only type, source and nbgrader's id of each cell.

    If a part of the notebook is graded by hand, or the notebook is the instructor's own, it keeps pictures and texts
    among outputs and attachments, too.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        if isinstance(self.parent, Autograde):
            Said(self.parent)
            self.parent.pre_convert_hook = partial(_prepare, self.parent, self.parent.pre_convert_hook)
            self._tidy(self.parent)

    def _tidy(self, run: Autograde) -> None:
        """Tidy the submissions of a run before nbgrader reads them; one that cannot be tidied is not graded."""
        for folder in list(run.assignments):
            *_, student, assignment = Path(folder).parts
            try:
                aside = Path(run.coursedir.root) / LEFT_OUT / student / assignment
                tidy(Path(folder), aside, has_own(run.coursedir, assignment))
                found = Path(folder).glob(f"{run.coursedir.notebook_id}.ipynb")
                run.assignments[folder] = [str(place) for place in found]  # names that cannot be kept have changed
            except OSError as error:
                self.log.error("%s is not graded: %s", one_line(folder), error)
                del run.assignments[folder]

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Pass the notebook through the preprocessors; one that cannot be read is replaced by a note that says so."""
        about = resources["nbgrader"]
        resources["metadata"] = {"name": about["notebook"], "path": str(Path(filename).parent)}  # as nbconvert does
        run: Any = self.parent
        own = not exercise_of(run.coursedir, about["assignment"], about["notebook"])
        try:
            found = [_cell(*cell) for cell in reader.read(Path(filename)).cells]
            if own or _is_graded_by_hand(about):
                _show(found, reader.shown(Path(filename)))
            if len(found) > _MAX_CELLS:
                raise NoNotebook(f"no notebook of this course: it has {len(found)} cells")
        except NoNotebook as error:
            LOG.warning("%s cannot be read: %s", filename, error)
            found = [v4.new_markdown_cell(f"**This notebook cannot be read**: {error}.")]
        return self.from_notebook_node(v4.new_notebook(cells=found), resources, **options)


class Rebuild(NbGraderPreprocessor):
    """Gives each known cell the metadata that the gradebook has for it, and each locked cell its source.

    If an id is there twice, the last cell counts; a check or a task that is missing is put back at the end. The
    pictures of a locked cell are those of the instructor's source.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as book:
            notebook = book.find_notebook(about["notebook"], about["assignment"])
            known = _metadata(notebook)
            sources = {cell.name: cell.source for cell in notebook.source_cells}
            kernel = json.loads(notebook.kernelspec) if notebook.kernelspec else None
            nb.metadata["kernelspec"] = kernel or {"name": "python3", "display_name": "Python 3", "language": "python"}
        pictures = given(self.parent.parent.coursedir, about["assignment"], about["notebook"]).pictures
        last = {cell.metadata["nbgrader"]["grade_id"]: cell for cell in nb.cells if "nbgrader" in cell.metadata}
        for cell in nb.cells:
            name = cell.metadata.pop("nbgrader", {}).get("grade_id")
            if name in known and last[name] is cell:
                _restore(cell, known[name], sources[name], pictures.get(name))
        for name, metadata in known.items():
            if name not in last and (metadata["grade"] or metadata["task"]):
                nb.cells.append(v4.new_code_cell(sources[name]))
                _restore(nb.cells[-1], metadata, sources[name], pictures.get(name))
        for number, cell in enumerate(nb.cells):
            cell["id"] = f"cell-{number}"
        return nb, resources


def _prepare(run: Autograde, theirs: Callable[..., None] | None, **about: Any) -> None:
    """Prepare a submission as nbgrader's pre_convert_hook, after the instructor's own."""
    if theirs:
        theirs(**about)
    take_renamed(run.coursedir, about["notebooks"])


def _cell(kind: str, source: str, about: dict[str, Any]) -> NotebookNode:
    make = v4.new_code_cell if kind == "code" else v4.new_markdown_cell  # a raw cell would be shown as HTML
    cell: NotebookNode = make(source.encode("utf-8", "replace").decode())
    name = about.get("grade_id")
    if isinstance(name, str):
        cell.metadata["nbgrader"] = NotebookNode(grade_id=name)
    return cell


def _is_graded_by_hand(about: dict[str, str]) -> bool:
    """Return whether the gradebook has a task, or an answer without a check, in this notebook."""
    with Gradebook(about["db_url"]) as book, suppress(MissingEntry):
        notebook = book.find_notebook(about["notebook"], about["assignment"])
        answers = {cell.name for cell in notebook.solution_cells}
        return bool(notebook.task_cells) or any(cell.name in answers for cell in notebook.grade_cells)
    return False


def _show(cells: list[NotebookNode], shown: list[Shown]) -> None:
    for cell, (attachments, outputs) in zip(cells, shown, strict=False):
        if cell.cell_type == "code":
            cell.outputs = from_dict(outputs)
        elif attachments:
            cell.attachments = from_dict(attachments)


def _metadata(notebook: Notebook) -> dict[str, dict[str, Any]]:
    """Return nbgrader's metadata of each cell that the gradebook knows."""
    answers, tasks = ({cell.name for cell in cells} for cells in (notebook.solution_cells, notebook.task_cells))
    worth = {cell.name: {"points": cell.max_score} for cell in (*notebook.grade_cells, *notebook.task_cells)}
    return {
        cell.name: {
            **{"schema_version": 3, "grade_id": cell.name, "cell_type": cell.cell_type, "checksum": cell.checksum},
            **{"grade": cell.name in worth and cell.name not in tasks, "solution": cell.name in answers},
            **{"task": cell.name in tasks, "locked": bool(cell.locked), **worth.get(cell.name, {})},
        }
        for cell in notebook.source_cells
    }


def _restore(cell: NotebookNode, metadata: dict[str, Any], source: str, pictures: Any) -> None:
    if cell.cell_type != metadata["cell_type"]:
        fresh = v4.new_code_cell() if metadata["cell_type"] == "code" else v4.new_markdown_cell()
        fresh.source, text = "", cell.source
        cell.clear()
        cell.update(fresh)
        cell.source = text
    if metadata["locked"]:
        cell.source = source
        cell.pop("attachments", None)
        if pictures and cell.cell_type == "markdown":
            cell.attachments = from_dict(pictures)
        if "outputs" in cell:
            cell.outputs = []
    cell.metadata["nbgrader"] = NotebookNode(metadata)
