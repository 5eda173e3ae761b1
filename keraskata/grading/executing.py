"""Runs checks: brings up the learner's file, sets the time limit, and keeps garbage collection short meanwhile."""

import bdb
import gc
import os
import sys
from collections.abc import Iterator
from functools import cache as memoised
from pathlib import Path
from typing import Any, NoReturn

import pytest

from keraskata import curriculum
from keraskata.backend import kernels
from keraskata.grading.items import SUBJECTS, Check, ExerciseFile, TimeLimit
from keraskata.subject.host import Host
from keraskata.subject.submission import Subject, Subjects, Submission
from keraskata.terms import IN_PROCESS, LEARNERS
from keraskata.timing import time_limit

_LARGE = {"keras", "tensorflow", "torch", "jax", "sklearn", "seaborn"}
GRACE_SECONDS = 3.0


def pytest_configure(config: pytest.Config) -> None:
    """Register the markers of checks, and choose where learners' files run."""
    config.addinivalue_line("markers", "check(points, hint, needs): a check of an exercise")
    config.addinivalue_line("markers", "timeout(seconds): how long a check may take")
    config.stash.setdefault(SUBJECTS, _subjects(config))


class InProcess:
    """Runs learners' files in this process: they can be debugged, and there are no walls."""

    terms = LEARNERS

    def wait(self, large: bool = False) -> None:
        """Do nothing: no process has to start."""

    def bring_up(self, exercise: curriculum.Exercise, path: Path, seed: int) -> Subject:
        return Host(exercise.name, exercise.functions, path, seed, through=(TimeLimit, bdb.BdbQuit, KeyboardInterrupt))


def _subjects(config: pytest.Config) -> Subjects:
    """Return where learners' files run by default: here, or in another process if no alarm can stop them here."""
    if time_limit.AVAILABLE or config.option.usepdb or config.option.trace:
        return InProcess()
    from keraskata.subject.fresh import kept

    return kept()


@pytest.fixture(scope="module")
def submission(request: pytest.FixtureRequest) -> Iterator[Submission]:
    """Bring up the learner's file for a grader: arguments and answers cross as values."""
    file = request.node
    assert isinstance(file, ExerciseFile)
    _spare_what_is_imported()
    subjects = request.config.stash[SUBJECTS]
    file.submission = Submission(file.exercise, file.path, subjects, request.config.getoption("kata_seed"))
    yield file.submission
    file.submission._close()
    file.submission = None
    keras: Any = sys.modules.get("keras")
    if keras:
        with kernels.kept():
            keras.backend.clear_session(free_memory=False)  # Python collects the garbage when there is enough


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[Any]:
    """Make `os._exit` in a learner's code end their call, as `exit` does, and not the whole run."""
    if not isinstance(item, Check) or item.config.stash[SUBJECTS].terms.isolation != IN_PROCESS:
        return (yield)
    exit_at_once, here = os._exit, os.getpid()

    def leave(status: int) -> NoReturn:
        if os.getpid() != here:  # in a process that the code forked
            exit_at_once(status)
        raise SystemExit(status)

    os._exit = leave
    try:
        return (yield)
    finally:
        os._exit = exit_at_once


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[Any]:
    """Collect without garbage collection: graders import Keras here, in two thirds of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        _spare_what_is_imported()


def _spare_what_is_imported() -> None:
    """Take Keras and its backend out of garbage collection: their million objects live until the end."""
    _spare(frozenset(_LARGE & sys.modules.keys()))


@memoised
def _spare(imported: frozenset[str]) -> None:
    """Freeze once per set of large packages: on any backend, Keras may import TensorFlow late, to save a model."""
    if imported:
        gc.freeze()


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool | None:
    """Start the check's own time limit in place of pytest-timeout's timer."""
    if not isinstance(item, Check):
        return None
    terms = item.config.stash[SUBJECTS].terms
    grace = 0.0 if terms.isolation == IN_PROCESS else GRACE_SECONDS
    seconds, grader = min(settings.timeout, terms.seconds), str(item.file.kit.grader(item.file.exercise))

    def is_check(file: str) -> bool:
        return file == grader or file.endswith("conftest.py")

    time_limit.start(seconds, str(item.path), TimeLimit(seconds), grace, is_check)
    return True


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_cancel_timer(item: pytest.Item) -> bool | None:
    """Stop the check's own time limit."""
    if not isinstance(item, Check):
        return None
    time_limit.stop()
    return True


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Iterator[Any]:
    """Stop the clock of a check as soon as its own code has ended."""
    if call.when == "call":
        pytest_timeout_cancel_timer(item)
    return (yield)
