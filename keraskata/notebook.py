"""What a learner's notebook calls: `check` grades what its cells say now, and shows the verdict below the cell."""

import contextlib
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from keraskata import environment, startup
from keraskata.curriculum import CurriculumError, Exercise, Kit, default_root, load
from keraskata.handed_notebook import as_text
from keraskata.results import PRIVATE, CheckResult
from keraskata.subject.cells import needed

_CHECKS = re.compile(r"(#.*\n)*check\(")  # a cell that calls a check
environment.quiet()


class NotYet(Exception):
    """A check that does not hold."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows of it: the message, and no traceback of the kit's own."""
        return [str(self)]


class _Shown:
    """A verdict as Jupyter displays it: HTML, or text where there is none."""

    def __init__(self, check: CheckResult) -> None:
        self._check = check

    def __repr__(self) -> str:
        from keraskata.report.words import check_text

        return check_text(self._check)

    def _repr_html_(self) -> str:
        from keraskata.report.html import check_html

        return check_html(self._check)


def check(exercise: str, name: str) -> None:
    """Grade the cells that were run in this notebook, and show the verdict of one check of SECTION/EXERCISE.

    Raises NotYet where it does not hold, so that nbgrader sees it too; with the verdict for `nbgrader validate`, which
    shows of a cell its error alone.
    """
    from IPython.display import display

    from keraskata.report.words import check_text, not_yet

    if name == PRIVATE:
        _private()
        return
    result = next((found for found in _verdicts(exercise, name, _cells.sources()) if found.id == name), None)
    if result is None:
        raise NotYet(f"{exercise} has no check called {name}: this notebook was made for another version of the kit.")
    passed = result.outcome == "passed"
    if not passed and _nbgrader() == "validate":
        raise NotYet(check_text(result))
    display(_Shown(result))  # type: ignore[no-untyped-call]
    if not passed:
        raise NotYet(not_yet(result))


def _private() -> None:
    if _nbgrader() == "autograde":
        raise NotYet("Private checks are graded with the course's own configuration.")
    print("Your instructor's own checks: they are graded when you have handed in.")


def _nbgrader() -> str | None:
    """What nbgrader runs this notebook for, "autograde" or "validate"; None where a person runs it."""
    return os.environ.get("NBGRADER_EXECUTION")


def _verdicts(exercise_name: str, name: str, sources: list[str]) -> list[CheckResult]:
    try:
        exercise = _kit().find(exercise_name)
    except CurriculumError as error:
        raise NotYet(str(error)) from None
    in_use = [cell.source for cell in needed(as_text(sources), "", list(exercise.functions)) if cell.code or cell.error]
    asked, found = _graded(exercise, as_text(in_use))
    if name in asked and any(check.outcome in ("timed out", "refused") for check in found):
        _graded.cache_clear()  # time is no property of the cells: the same check once more is graded anew
        asked, found = _graded(exercise, as_text(in_use))
    asked.add(name)
    return found


@lru_cache(maxsize=8)
def _graded(exercise: Exercise, text: str) -> tuple[set[str], list[CheckResult]]:
    """All checks are graded at once: they share what was trained, and the next cell shows the next one at once.

    The set is for the names of those that were asked for.
    """
    from keraskata.grading import GradingFailed, grade

    with tempfile.TemporaryDirectory(prefix="kata-") as folder, _silence(), startup.visiting():
        path = Path(folder) / f"{exercise.name}.py"
        path.write_text(text, encoding="utf-8")
        try:
            (result,) = grade(_kit(), [(exercise, path)])
        except GradingFailed as error:
            raise NotYet(f"This cannot be graded: {error}") from None
    return set(), result.checks


@cache
def _kit() -> Kit:
    return load(default_root())


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """What libraries write to the process' own error stream goes nowhere: nbgrader takes all points for it."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


class _Cells:
    """The code cells of the notebook as they were last run; each is known by the id that Jupyter gives with it."""

    def __init__(self, shell: Any) -> None:
        self._sources: dict[Any, str] = {}
        self._unnamed = 0
        if shell is None:
            return
        for source in shell.history_manager.input_hist_raw[1:]:  # what ran before the kit was there
            self._keep(None, source)
        shell.events.register("pre_run_cell", lambda info: self._keep(info.cell_id, info.raw_cell))

    def sources(self) -> list[str]:
        """In the order in which they were run, without those that call a check."""
        return [source for source in self._sources.values() if not _CHECKS.match(source)]

    def _keep(self, cell: str | None, source: str) -> None:
        if cell is None:
            self._unnamed += 1
        key = cell or self._unnamed
        self._sources.pop(key, None)
        self._sources[key] = source


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


_cells = _Cells(_shell())
