"""Runs the cells of an assignment of the instructor's own, as nbgrader does, but where walls keep them."""

import math
import os
import weakref
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import Execute

from keraskata.backend.needed import frameworks_in
from keraskata.curriculum import default_root, load
from keraskata.nbgrader.beside import files_beside
from keraskata.nbgrader.given import given
from keraskata.nbgrader.outputs import Outputs, failed
from keraskata.nbgrader.said import LOG
from keraskata.printable import one_line
from keraskata.subject.other_notebook import MAX_FILES, Ended, OtherNotebook
from keraskata.subject.walls import NoWalls, keep_out
from keraskata.subject.warm import Warm
from keraskata.terms import Limits, Terms

_TOLD = "NBGRADER_EXECUTION"  # says "autograde" to cells that ask for it
_ENDED = "NotRun"  # the name of the error of a cell that was not run
_MB = 2**20
_OFF = "`c.JudgeCells.walls = False` in nbgrader_config.py has it run without walls: for work that you trust"
_started: weakref.WeakKeyDictionary[Any, dict[frozenset[str], Warm]] = weakref.WeakKeyDictionary()


class CannotRun(Exception):
    """The cells of a notebook cannot be run here; the message says why, and what to do."""


class OwnCells(Execute):
    """Runs all code cells of a notebook, one after the other, behind walls; nbgrader's `c.Execute.timeout` counts.

    Without walls (`preprocess`) it is nbgrader's own Execute.
    """

    def behind_walls(
        self, nb: NotebookNode, resources: dict[str, Any], memory: int, seconds: float
    ) -> tuple[NotebookNode, list[str]]:
        """Run the cells with the files of the notebook's folder, for `seconds` in all, with so many MB of memory.

        Each code cell has the outputs that it made then; one that was not run has an error. Return the notebook, and
        what its walls have that not every system gives. Raises NoWalls and CannotRun.
        """
        cells = [cell for cell in nb.cells if cell.cell_type == "code"]
        if not cells:
            return nb, []
        if (language := _language(nb)) != "python":
            raise CannotRun(f"Behind the walls runs Python only, and this notebook is in {language}. {_OFF}.")
        run: Any = self.parent.parent
        files = dict(files_beside(Path(resources["metadata"]["path"])))
        if sum(map(len, files.values())) > MAX_FILES:
            raise CannotRun(f"The files of this assignment are larger than {MAX_FILES // _MB} MB. {_OFF}.")
        frameworks = _frameworks(run, resources["nbgrader"])
        try:
            with closing(_subjects(run, frameworks, files, memory).another()) as subjects:
                with closing(subjects.notebook(files, {_TOLD: os.environ.get(_TOLD, "")})) as notebook:
                    self._run(cells, notebook, seconds)
                return nb, subjects.had
        except OSError as error:
            _started.pop(run, None)
            raise CannotRun(f"The process that starts those of notebooks has ended: {error}.") from None

    def _run(self, cells: list[NotebookNode], notebook: OtherNotebook, seconds: float) -> None:
        end, why, outputs = monotonic() + seconds, "", Outputs()
        for number, cell in enumerate(cells, start=1):
            most = self.timeout if self.timeout and self.timeout > 0 else math.inf
            cell.execution_count, cell.outputs = number, []
            left = end - monotonic()
            if not why and left <= 0:
                why = f"the notebook took more than {seconds:g} seconds"
                LOG.warning("cell %s and those after it were not run: %s", number, why)
            if why:
                cell.outputs = [failed(_ENDED, why)]
                continue
            try:
                ran = notebook.run(cell.source, min(most, left))
                cell.outputs = outputs.of(ran.outputs, number)
                if ran.late:
                    cell.outputs.append(NotebookNode(output_type="error", **self.error_on_timeout))
            except (Ended, ValueError) as problem:
                why = str(problem)
                LOG.warning("cell %s and those after it have no points: %s", number, one_line(why))
                cell.outputs = [failed(_ENDED, why)]


def _frameworks(run: Any, about: dict[str, str]) -> frozenset[str]:
    """Return what the instructor's own code imports: no student has a say in what all are forked from."""
    code = given(run.coursedir, about["assignment"], about["notebook"]).code
    return frozenset(frameworks_in(code.encode("utf-8", "replace")))


def _language(nb: NotebookNode) -> str:
    kernel = nb.metadata.get("kernelspec", {})
    name = str(kernel.get("language") or kernel.get("name", "")).lower()
    return "python" if name.startswith("python") else one_line(name)


def _subjects(run: Any, frameworks: frozenset[str], files: dict[str, bytes], memory: int) -> Warm:
    """Return what starts walled processes with these frameworks for a run of nbgrader, which ends with the run."""
    started = _started.setdefault(run, {})
    if frameworks not in started:
        kit = load(default_root())
        keep_out({"The course": Path.cwd(), "The kit": kit.root, "What the kit holds": kit.content})
        size = math.ceil(sum(map(len, files.values())) / _MB)
        limits = Limits(memory, Limits.scratch + size, Limits.files + len(files))
        try:
            warm = Warm(Terms("walled", limits), large=False)
            weakref.finalize(run, warm.close)
            warm.wait_for_cells(frameworks)
        except NoWalls as problem:
            raise NoWalls(f"{problem} {_OFF}.") from None
        started[frameworks] = warm
    return started[frameworks]
