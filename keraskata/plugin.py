"""The pytest plugin: each exercise file that pytest is shown brings the checks of its grader."""

import bdb
import gc
import os
import sys
from collections.abc import Iterator
from functools import cache as memoised
from pathlib import Path
from typing import Any

import pytest

from keraskata import cache, curriculum, finished, kernels, startup, stubs, time_limit
from keraskata.checks import SUBJECTS, Check, ExerciseFile, Replay, TimeLimit, verdict_of
from keraskata.subject.host import Host
from keraskata.subject.submission import Subject, Submission
from keraskata.terms import IN_PROCESS, LEARNERS

_LARGE = {"keras", "tensorflow", "torch", "jax", "sklearn", "seaborn"}
GRACE_SECONDS = 3.0
KIT = pytest.StashKey[curriculum.Kit]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("keraskata")
    group.addoption("--fresh", action="store_true", help="grade every exercise again, also those that did not change")
    group.addoption("--seed", type=int, default=0, help="seed of the run (default: 0)")


@pytest.hookimpl(trylast=True)  # pytest's own screen has to be there before ours takes its place
def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "check(points, hint, needs, notes): a check of an exercise")
    config.addinivalue_line("markers", "timeout(seconds): how long a check may take")
    config.stash.setdefault(SUBJECTS, InProcess())
    root = curriculum.kit_root(_first_path(config))
    if root is None:
        return
    startup.prepare()
    config.stash[KIT] = curriculum.load(root)
    stubs.keep(config.stash[KIT])
    for tree in ("exercises", "solutions"):
        config.addinivalue_line("python_files", f"{root}/{tree}/*/*.py")
    from keraskata.report import calm

    if calm.wanted(config, root):
        calm.take_over(config, config.stash[KIT])


def _first_path(config: pytest.Config) -> Path:
    named = [Path(str(arg).split("::")[0]) for arg in config.args if not str(arg).startswith("-")]
    existing = [path for path in named if path.exists()]
    return existing[0] if existing else Path.cwd()


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return _exercise_file(module_path, parent)


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return _exercise_file(path, parent)


def _exercise_file(path: Path, parent: pytest.Collector) -> ExerciseFile | None:
    kit = parent.config.stash.get(KIT, None)
    exercise = kit.exercise_at(path) if kit else None
    if kit is None or exercise is None:
        return None
    return ExerciseFile.from_parent(parent, path=path, exercise=exercise, kit=kit)


def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: Any) -> Any:
    if isinstance(collector, ExerciseFile):
        return Check.from_parent(collector, name=name) if name.startswith("test_") and callable(obj) else None
    return None


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[Any]:
    """Graders import Keras here: without the hunt for garbage among what it brings, in two thirds of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        _spare_what_is_imported()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Exercises run in the order of the curriculum; whatever else is there keeps its place behind them."""

    def place(item: pytest.Item) -> float:
        file = item.parent
        return list(file.kit.exercises).index(file.exercise.id) if isinstance(file, ExerciseFile) else float("inf")

    items.sort(key=place)


class InProcess:
    """Learners' files in this very process: they can be debugged, and there are no walls."""

    terms = LEARNERS

    def wait(self) -> None:
        """Nothing has to start."""

    def bring_up(self, exercise: curriculum.Exercise, path: Path, seed: int) -> Subject:
        return Host(exercise.name, exercise.functions, path, seed, through=(TimeLimit, bdb.BdbQuit))


@pytest.fixture(scope="module")
def submission(request: pytest.FixtureRequest) -> Iterator[Submission]:
    """The learner's file: calls go in as values and come back as values."""
    file = request.node
    assert isinstance(file, ExerciseFile)
    _spare_what_is_imported()
    subjects = request.config.stash[SUBJECTS]
    file.submission = Submission(file.exercise, file.path, subjects, request.config.getoption("seed"))
    yield file.submission
    file.submission._close()
    file.submission = None
    keras: Any = sys.modules.get("keras")
    if keras:
        with kernels.kept():
            keras.backend.clear_session(free_memory=False)  # Python collects garbage when there is enough of it


def _spare_what_is_imported() -> None:
    """Keras and its backend hold a million objects that live for ever: no collection of garbage looks at them again."""
    _spare(frozenset(_LARGE & sys.modules.keys()))


@memoised
def _spare(imported: frozenset[str]) -> None:
    """Once for each set of large packages: Keras imports TensorFlow late, when another backend first saves a model."""
    if imported:
        gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[Any]) -> Iterator[None]:
    report: Any = yield
    if call.when == "call" and isinstance(item, (Check, Replay)):
        verdict = item.saved if isinstance(item, Replay) else verdict_of(item, call)
        if verdict is None:  # the grader itself is broken: pytest shows its trace
            return report
        if verdict.feedback is not None and report.outcome == "failed":
            report.longrepr = f"{verdict.docstring}\n{verdict.feedback}"
        item.file.note(verdict)
        from dataclasses import asdict

        report.kata = {
            "exercise": item.file.exercise.id,
            "path": str(item.path),
            "of": item.file.max_points,
            "check": asdict(verdict),
        }
        properties = [("points", verdict.points), ("max_points", verdict.max_points), ("outcome", verdict.outcome)]
        item.user_properties.extend(properties)
        report.user_properties = list(item.user_properties)
    return report


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool | None:
    """pytest-timeout asks for a timer; a check has one of its own."""
    if not isinstance(item, Check) or not time_limit.AVAILABLE:
        return None
    terms = item.config.stash[SUBJECTS].terms
    grace = 0.0 if terms.kind == IN_PROCESS else GRACE_SECONDS
    seconds = min(settings.timeout, terms.seconds)
    time_limit.start(seconds, str(item.path), TimeLimit(seconds), grace)
    return True


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_cancel_timer(item: pytest.Item) -> bool | None:
    if not isinstance(item, Check) or not time_limit.AVAILABLE:
        return None
    time_limit.stop()
    return True


def pytest_sessionfinish(session: pytest.Session) -> None:
    if getattr(session.config.option, "calibrating", False):
        return  # a measuring run decides nothing: its passes are no verdicts
    if session.config.stash[SUBJECTS].terms.kind == IN_PROCESS and _borrowed(session.config.stash.get(KIT, None)):
        return  # a verdict that rests on other files of the learner's is not told by this file's content
    seed, terms = session.config.getoption("seed"), session.config.stash[SUBJECTS].terms
    for file in {item.file for item in session.items if isinstance(item, Check)}:
        if file.whole:
            text = cache.content(file.path)
            cache.save(file.kit, file.exercise, text, seed, file.verdicts, terms)
            finished.note(file.kit, file.exercise, text, file.verdicts, terms)


def _borrowed(kit: curriculum.Kit | None) -> bool:
    """Whether a learner's file has imported another exercise or a solution."""
    if kit is None:
        return False
    trees = tuple(f"{tree}{os.sep}" for tree in kit.trees)
    files = [
        getattr(module, "__file__", None) or ""
        for name, module in list(sys.modules.items())
        if not name.startswith("learner_")
    ]
    return any(file.startswith(trees) for file in files)
