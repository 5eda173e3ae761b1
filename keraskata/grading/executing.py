"""How checks run: the learner's file that they call, their time limit, and no hunts for garbage in their time."""

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
    config.addinivalue_line("markers", "check(points, hint, needs): a check of an exercise")
    config.addinivalue_line("markers", "timeout(seconds): how long a check may take")
    config.stash.setdefault(SUBJECTS, _subjects(config))


class InProcess:
    """Learners' files in this very process: they can be debugged, and there are no walls."""

    terms = LEARNERS

    def wait(self) -> None:
        """Nothing has to start."""

    def bring_up(self, exercise: curriculum.Exercise, path: Path, seed: int) -> Subject:
        return Host(exercise.name, exercise.functions, path, seed, through=(TimeLimit, bdb.BdbQuit))


def _subjects(config: pytest.Config) -> Subjects:
    """Where learners' files run if nobody says otherwise: where no alarm can stop them, in a process to be ended."""
    if time_limit.AVAILABLE or config.option.usepdb or config.option.trace:
        return InProcess()
    from keraskata.subject.fresh import kept

    return kept()


@pytest.fixture(scope="module")
def submission(request: pytest.FixtureRequest) -> Iterator[Submission]:
    """The learner's file: calls go in as values and come back as values."""
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
            keras.backend.clear_session(free_memory=False)  # Python collects garbage when there is enough of it


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[Any]:
    """In this very process `os._exit` of a learner's ends their call, as `exit` does, and not the whole run."""
    if not isinstance(item, Check) or item.config.stash[SUBJECTS].terms.isolation != IN_PROCESS:
        return (yield)
    exit_at_once, here = os._exit, os.getpid()

    def leave(status: int) -> NoReturn:
        if os.getpid() != here:  # a process that the code has forked
            exit_at_once(status)
        raise SystemExit(status)

    os._exit = leave
    try:
        return (yield)
    finally:
        os._exit = exit_at_once


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[Any]:
    """Graders import Keras here: without the hunt for garbage among what it brings, in two thirds of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        _spare_what_is_imported()


def _spare_what_is_imported() -> None:
    """Keras and its backend hold a million objects that live for ever: no collection of garbage looks at them again."""
    _spare(frozenset(_LARGE & sys.modules.keys()))


@memoised
def _spare(imported: frozenset[str]) -> None:
    """Once for each set of large packages: Keras imports TensorFlow late, when another backend first saves a model."""
    if imported:
        gc.freeze()


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool | None:
    """pytest-timeout asks for a timer; a check has one of its own."""
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
    if not isinstance(item, Check):
        return None
    time_limit.stop()
    return True


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Iterator[Any]:
    """Stop the clock of a check that has ended; since its own code did, no alarm has struck."""
    if call.when == "call":
        pytest_timeout_cancel_timer(item)
    return (yield)
