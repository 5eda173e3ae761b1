"""Grades files without a screen, by the same pytest run, and returns Results."""

import contextlib
import io
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import pytest_timeout

from keraskata.backend import startup
from keraskata.curriculum import Exercise, Kit
from keraskata.grading.gathering import Collecting
from keraskata.grading.items import SUBJECTS, Check, ExerciseFile
from keraskata.grading.scope import RUN, KitRun
from keraskata.results import Result
from keraskata.subject.submission import Subjects

_NOT_NEEDED = ("terminal", "cacheprovider", "logging", "unraisableexception", "threadexception", "faulthandler")


class GradingFailed(Exception):
    """The engine or a grader broke, so there is no verdict. The message is pytest's own.

    `in_grader` says that a grader cannot be read, so that it can grade no file.
    """

    def __init__(self, message: str, in_grader: bool = False) -> None:
        super().__init__(message)
        self.in_grader = in_grader


class _Targets:
    """Collects the given files, with any name and in any place, and receives every report."""

    def __init__(
        self,
        kit: Kit,
        targets: Sequence[tuple[Exercise, Path]],
        calibrating: bool,
        seen: Callable[[Result], None] | None,
        subjects: Subjects | None,
        only: Mapping[Path, Collection[str]],
        until_fault: bool,
    ) -> None:
        self.kit, self.targets, self.calibrating, self.seen = kit, targets, calibrating, seen
        self.subjects, self.only, self.until_fault = subjects, only, until_fault
        self.collecting = Collecting()
        self.errors: list[str] = []
        self.in_grader = False

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        config.option.calibrating = self.calibrating
        config.stash[RUN] = KitRun(self.kit, (self.kit.root,), (self.kit.root,))
        if self.subjects:
            config.stash[SUBJECTS] = self.subjects

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: pytest.Session) -> bool:
        for exercise, path in self.targets:
            file = ExerciseFile.from_parent(session, path=path, exercise=exercise, kit=self.kit)
            chosen = self.only.get(path)
            session.items += [item for item in session.genitems(file) if chosen is None or item.name in chosen]
        session.testscollected = len(session.items)
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Check) -> Iterator[Any]:
        if self.until_fault and any(verdict.outcome != "passed" for verdict in item.file.verdicts):
            item.file.turns.told.add(item.name)
        return (yield)

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            self.in_grader = True
            self.errors.append(str(report.longrepr))

    def pytest_runtest_logreport(self, report: Any) -> None:
        self._show(self.collecting.add(report))
        if report.failed and getattr(report, "kata", None) is None:
            self.errors.append(f"{report.nodeid}\n{report.longrepr}")

    def pytest_sessionfinish(self) -> None:
        self._show(self.collecting.last())

    def _show(self, results: Iterable[Result]) -> None:
        if self.seen:
            for result in results:
                self.seen(result)


def grade(
    kit: Kit,
    targets: Sequence[tuple[Exercise, Path]],
    *,
    seed: int = 0,
    fresh: bool = False,
    junit: Path | None = None,
    calibrating: bool = False,
    seen: Callable[[Result], None] | None = None,
    subjects: Subjects | None = None,
    only: Mapping[Path, Collection[str]] | None = None,
    until_fault: bool = False,
) -> list[Result]:
    """Grade each (exercise, file), and call `seen` with each result when it is finished.

    The graders run in this process, and so do the files, unless `subjects` run them elsewhere. Of a file in `only`
    the result has the named checks alone; what these need is graded, too. With `until_fault` a file's checks end with
    the first that does not hold.
    Raises GradingFailed when a grader breaks (unless their terms say that such a check is refused).
    Captures standard output and error.
    """
    startup.prepare()  # before pytest looks for the user's own options
    if subjects:
        subjects.wait()  # before any check's clock runs
    targets = [(exercise, path.absolute()) for exercise, path in targets]
    only = {path.absolute(): checks for path, checks in (only or {}).items()}
    plugin = _Targets(kit, targets, calibrating, seen, subjects, only, until_fault)
    # Other installed plugins, such as pytest-xdist, only cost time here; pytest's own, and the search for plugins by
    # name, cost a tenth of the time of a small verdict.
    arguments = ["--disable-plugin-autoload"]
    arguments += [word for name in _NOT_NEEDED for word in ("-p", f"no:{name}")]
    settings = kit.root / "pyproject.toml"  # without it, no settings at all: not those of a folder above
    arguments += ["-c", str(settings) if settings.is_file() else os.devnull]
    arguments += [f"--rootdir={kit.root}", "--noconftest"]
    arguments += [f"--kata-seed={seed}", *(["--kata-fresh"] if fresh else [])]
    arguments += [f"--junitxml={junit}"] if junit else []
    noise = io.StringIO()
    with contextlib.redirect_stdout(noise), contextlib.redirect_stderr(noise):
        status = pytest.main([*arguments, str(kit.root)], plugins=[pytest_timeout, "keraskata.plugin", plugin])
    if plugin.errors or status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        if status == pytest.ExitCode.INTERRUPTED and not plugin.errors:  # pytest also uses this status for broken files
            raise KeyboardInterrupt
        said = "\n\n".join(plugin.errors) or noise.getvalue() or f"pytest ended with status {status}"
        raise GradingFailed(said, plugin.in_grader)
    return plugin.collecting.results
