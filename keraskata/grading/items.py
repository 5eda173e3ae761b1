"""An exercise's file as a pytest module: its checks come from the grader, or from an earlier verdict on it."""

import functools
import inspect
import os
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest
from _pytest.outcomes import Failed

from keraskata.backend import choice, startup
from keraskata.backend.needed import imports_keras, imports_large
from keraskata.curriculum import Exercise, Kit
from keraskata.grading import grader_files
from keraskata.grading.as_it_came import is_as_it_came, says_nothing_yet
from keraskata.language import translated
from keraskata.results import CheckResult
from keraskata.source.notebook import readable
from keraskata.subject.submission import Subjects, Submission
from keraskata.verdicts import cache

TIME_LIMIT = 60
SUBJECTS = pytest.StashKey[Subjects]()  # where learners' files run


class TimeLimit(Failed):
    """A check ran out of time. It is a failure for pytest, so that a fixture that ran out is not tried again."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"more than {seconds:g} seconds", pytrace=False)
        self.seconds = seconds


@dataclass
class Turns:
    """The state of a file's checks, by name: those that began, that ran ahead, and that pytest was told of."""

    begun: set[str] = field(default_factory=set)
    ahead: dict[str, list[pytest.TestReport]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)


class ExerciseFile(pytest.Module):
    """A learner's file; collects the checks of its grader.

    `checks` are all of them by name, in the grader's order, also those that are not asked for. Their state is kept by
    name, because pytest may collect a file twice and then makes new items.
    """

    def __init__(self, exercise: Exercise, kit: Kit, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.variant = exercise.graded(readable(self.path)) if exercise.varies else None
        self.exercise, self.kit = exercise.of(self.variant.number) if self.variant else exercise, kit
        self.checks: dict[str, Check | Replay] = {}
        self.turns = Turns()
        self._verdicts: dict[str, CheckResult] = {}
        self.max_points = 0
        self.submission: Submission | None = None

    @functools.cached_property
    def as_it_came(self) -> bool:
        """Whether the code is still that of the stub."""
        return is_as_it_came(self.kit, self.exercise, self.path)

    def _getobj(self) -> ModuleType:
        with warnings.catch_warnings():
            warnings.simplefilter("default")  # `-W error` is meant for the user's own code
            return grader_files.module(self.kit.grader(self.exercise), self.exercise)

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        options = self.config.option
        if options.collectonly:
            return [Listed.from_parent(self, name=name) for name in grader_files.names(self.kit.grader(self.exercise))]
        found: list[Check] | list[Replay] = []
        if not (options.kata_fresh or options.usepdb or getattr(options, "calibrating", False)):
            found = [Replay.from_parent(self, name=check.id, saved=check) for check in self._known() or []]
        if not found:
            self._start_keras()
            found = [item for item in super().collect() if isinstance(item, Check)]
        self.checks = {check.name: check for check in found}
        self.max_points = sum(check.max_points for check in found)
        return found

    def _known(self) -> list[CheckResult] | None:
        if self.path.is_dir():
            return None
        terms, seed = self.config.stash[SUBJECTS].terms, self.config.option.kata_seed
        return cache.load(self.kit, self.exercise, cache.content(self.path), seed, terms, self.path.name)

    def _start_keras(self) -> None:
        """Import Keras before a check's clock runs, if the file or its grader needs it: a slow start costs no points.

        Raises CollectError if Keras, or the process that runs the file, cannot start.
        """
        code, grader = (cache.content(file) or b"" for file in (self.path, self.kit.grader(self.exercise)))
        try:
            if imports_keras(code) or imports_keras(grader):
                with warnings.catch_warnings():
                    warnings.simplefilter("default")
                    startup.start_keras()
            self.config.stash[SUBJECTS].wait(imports_large(code))
        except (choice.NoBackend, ChildProcessError) as error:
            raise self.CollectError(str(error)) from None

    def note(self, verdict: CheckResult) -> None:
        self._verdicts[verdict.id] = verdict

    @property
    def verdicts(self) -> list[CheckResult]:
        """The verdicts so far, in the grader's order."""
        return [self._verdicts[name] for name in self.checks if name in self._verdicts]

    @property
    def whole(self) -> bool:
        """Whether every check was graded in this run."""
        return 0 < len(self.checks) == len(self._verdicts) and not self.path.is_dir()

    @functools.cached_property
    def asked_for(self) -> list[str]:
        """The names of the checks that this run asks for, in the grader's order."""
        names = {item.name for item in self.session.items if item.parent is self}
        return [name for name in self.checks if name in names]

    def failed(self, names: Iterable[str]) -> str | None:
        """Return the docstring of the first of the named checks that was graded and did not hold."""
        held = {v.id for v in self.verdicts if v.outcome == "passed" or says_nothing_yet(v.feedback)}
        return next((v.docstring for v in self.verdicts if v.id in names and v.id not in held), None)


class Check(pytest.Function):
    """One check with its fixtures: a learner's fault in a fixture fails the check too, and is no error."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        marker = self.get_closest_marker("check")
        given = marker.kwargs if marker else {}
        self.max_points = int(given.get("points", 1))
        self.needs = tuple(given.get("needs", ()))
        place = f"{self.file.exercise.id} {self.name}"
        sentence = " ".join((inspect.getdoc(self.obj) or self.name).split())
        self.hint, self.sentence = (
            self.file.exercise.worded(translated(text, place)) for text in (str(given.get("hint", "")), sentence)
        )
        self.measured: dict[str, float] = {}
        self.pictures: list[dict[str, str]] = []
        self.curves: dict[str, list[float]] = {}
        if self.get_closest_marker("timeout") is None:
            self.add_marker(pytest.mark.timeout(TIME_LIMIT))
        self.add_marker(pytest.mark.filterwarnings("default"))  # `-W error` costs no points
        self._came_to_its_end, check = False, self.obj

        @functools.wraps(check)
        def followed(*args: Any, **kwargs: Any) -> None:
            check(*args, **kwargs)
            self._came_to_its_end = True

        self.obj = followed

    @property
    def file(self) -> ExerciseFile:
        assert isinstance(self.parent, ExerciseFile)
        return self.parent

    def setup(self) -> None:
        """Do nothing yet: `runtest` does it."""

    def runtest(self) -> None:
        from keraskata.expect.basics import Measuring, measuring

        unmet = self.file.failed(self.needs)
        if unmet:
            pytest.skip(translated("waits for: {check}").format(check=unmet))
        calibrated = grader_files.calibration(self.file.kit.content).get(self.file.exercise.id, {})
        current = Measuring(
            {name: row["threshold"] for name, row in calibrated.items() if "threshold" in row},
            self.measured,
            getattr(self.config.option, "calibrating", False),
            self.pictures,
            {name: (row["mean"], row["deviation"]) for name, row in calibrated.items() if "threshold" not in row},
            self.curves,
            self.config.option.kata_seed,
        )
        token = measuring.set(current)
        try:
            super().setup()
            super().runtest()
        finally:
            measuring.reset(token)
        if not self._came_to_its_end:
            raise RuntimeError("pytest did not run this check to its end: leave out its cause, such as -p no:python")

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        return self.path, 0, f"{self.file.exercise.id}: {self.sentence}"


class Replay(pytest.Item):
    """A check of an unchanged file, whose verdict is known."""

    def __init__(self, saved: CheckResult, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.saved, self.max_points = saved, saved.max_points

    @property
    def file(self) -> ExerciseFile:
        assert isinstance(self.parent, ExerciseFile)
        return self.parent

    def runtest(self) -> None:
        if self.saved.outcome == "not reached":
            pytest.skip("not reached")
        if self.saved.outcome != "passed":
            pytest.fail(str(self.saved.feedback), pytrace=False)

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        return self.path, 0, f"{self.file.exercise.id}: {self.saved.docstring}"


class Listed(pytest.Item):
    """The name of a check, for `--collect-only`: neither its grader nor Keras is imported."""

    def runtest(self) -> None:
        raise NotImplementedError("a check that was only listed")

    def reportinfo(self) -> tuple[os.PathLike[str] | str, int | None, str]:
        return self.path, 0, self.name
