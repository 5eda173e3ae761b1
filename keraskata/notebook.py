"""The functions for a learner's notebook: `check` grades its cells and shows the verdict below the cell.

`hint` and `solution` follow the rules of `kata hint` and `kata solution`.
"""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from keraskata.backend import environment, startup
from keraskata.curriculum import CurriculumError, Exercise, Kit, default_root, load
from keraskata.language import include
from keraskata.learner.help import forgotten, may_see_reference, next_hints
from keraskata.lessons.ran import CellsRan
from keraskata.results import PRIVATE, CheckResult
from keraskata.source.cell_text import as_text
from keraskata.subject.needed_cells import needed

__all__ = ["NotYet", "check", "hint", "solution"]

environment.quiet()


class NotYet(Exception):
    """A check did not pass."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows of it: the message, without a traceback."""
        return [str(self)]


class _Shown:
    """A verdict as Jupyter displays it: HTML, or text if HTML is not possible."""

    def __init__(self, check: CheckResult) -> None:
        self._check = check

    def __repr__(self) -> str:
        from keraskata.report.text import check_text

        return check_text(self._check)

    def _repr_html_(self) -> str:
        from keraskata.report.html import check_html

        return check_html(self._check)


def check(exercise: str, name: str) -> None:
    """Grade the cells that were run in this notebook, and show the verdict of one check of SECTION/EXERCISE.

    Raises NotYet if the check fails, so that nbgrader sees it too. For `nbgrader validate`, which shows only the error
    of a cell, the error holds the verdict.
    """
    from IPython.display import display

    from keraskata.report.text import check_text, not_yet

    if name == PRIVATE:
        _private()
        return
    checks = _verdicts(_find(exercise), name, _cells.sources())
    result = next((found for found in checks if found.id == name), None)
    if result is None:
        raise NotYet(f"{exercise} has no check called {name}: this notebook was made for another version of the kit.")
    passed = result.outcome == "passed"
    if not passed and _nbgrader() == "validate":
        raise NotYet(check_text(result))
    display(_Shown(result))
    if not passed:
        raise NotYet(not_yet(result))


def hint(exercise: str) -> None:
    """Show the next hint of an exercise; after the last, show all again."""
    with _plain_errors():
        hints = next_hints(_kit(), _kit().find(exercise).settled(as_text(_cells.sources())))
    for each in hints:
        print(f"Hint {each.number} of {each.most}, {each.title}\n\n{each.text}\n")
    print("There are no more." if hints[-1].last else "Run this cell again for the next one.")
    _say_what_is_forgotten()


def solution(exercise: str, *, give_up: bool = False) -> None:
    """Show the reference once all checks pass in this notebook, or with `give_up`, which is remembered."""
    found = _find(exercise)
    with _plain_errors():
        shown = may_see_reference(_kit(), found, done=False)
    if not shown:  # if given up earlier, there is nothing to grade
        checks = _verdicts(found, "", _cells.sources())
        if not may_see_reference(_kit(), found, all(check.outcome == "passed" for check in checks), give_up):
            points, most = sum(check.points for check in checks), sum(check.max_points for check in checks)
            raise NotYet(
                f"{found.id} has {points} of {most} points. Once it has all of them, this shows the reference.\n"
                f'To see it now: solution("{found.id}", give_up=True). That is fine, too; it is remembered.'
            )
    with _plain_errors():
        own = found.settled(as_text(_cells.sources()))
        print(own.varied(_kit().solution(found).read_text(encoding="utf-8")))
    _say_what_is_forgotten()


def _private() -> None:
    if _nbgrader() == "autograde":
        raise NotYet("Private checks are graded with the course's own configuration.")
    print("Your instructor's own checks: they are graded after you hand in.")


def _nbgrader() -> str | None:
    """Return why nbgrader runs this notebook, "autograde" or "validate"; None if a person runs it."""
    return os.environ.get("NBGRADER_EXECUTION")


def _find(name: str) -> Exercise:
    with _plain_errors():
        return _kit().find(name)


@contextlib.contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn the expected errors of the commands into a NotYet, which shows no traceback."""
    try:
        yield
    except (CurriculumError, OSError) as error:
        raise NotYet(str(error)) from None


def _say_what_is_forgotten() -> None:
    if sentence := forgotten(_kit()):
        print(sentence)


def _verdicts(exercise: Exercise, name: str, sources: list[str]) -> list[CheckResult]:
    in_use = [cell.source for cell in needed(as_text(sources), "", list(exercise.functions)) if cell.code or cell.error]
    asked, found = _graded(exercise, as_text(in_use))
    if name in asked and any(check.outcome in ("timed out", "refused") for check in found):
        _graded.cache_clear()  # time is no property of the cells: grade the same check again next time
        asked, found = _graded(exercise, as_text(in_use))
    asked.add(name)
    return found


@lru_cache(maxsize=8)
def _graded(exercise: Exercise, text: str) -> tuple[set[str], list[CheckResult]]:
    """Grade all checks together: they share what was trained, and the next cell shows its verdict at once.

    The set collects the names of the checks that cells have asked for.
    """
    from keraskata.grading.run import GradingFailed, grade

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
    kit = load(default_root())
    include(kit.content)
    return kit


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Discard what libraries write to the process' own error stream: nbgrader would take away all points for it."""
    sys.stderr.flush()
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


_cells = CellsRan()
