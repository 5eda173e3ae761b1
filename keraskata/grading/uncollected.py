"""Names, once, the files among the exercises that are no exercises: they are not run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from keraskata.grading.scope import RUN, TREES, KitRun
from keraskata.report.text import near

_SHOWN = 3


def line(run: KitRun) -> str:
    """Return the sentence that names the files that are no exercises; "" if there are none."""
    found = list(dict.fromkeys(path for named in run.named for path in _uncollected(run, named)))
    names = ", ".join(near(path) for path in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"Not graded, because no exercise has this name: {names}{more}" if found else ""


def _uncollected(run: KitRun, named: Path) -> Iterator[Path]:
    if run.exercise_at(named) or not (run.parts(named) or named in run.roots):
        return
    if named.is_file():
        yield named
    for folder in [named] if run.parts(named) else [named / tree for tree in TREES]:
        for path in sorted(folder.rglob("*.py")):
            hidden = any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)
            if not hidden and not any(run.exercise_at(part) for part in (path, *path.parents)):
                yield path


def asked_for(run: KitRun) -> bool:
    """Return whether the command line itself names a file that is no exercise."""
    return any(next(_uncollected(run, path), None) == path for path in run.named)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let the run fail if the command line itself names a file that is no exercise."""
    if session.exitstatus == pytest.ExitCode.OK and asked_for(session.config.stash[RUN]):
        session.exitstatus = pytest.ExitCode.USAGE_ERROR
