"""The alarm of a check strikes the check's own code, and nothing that runs it: wherever it rings, grading goes on."""

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from conftest import RIGHT

from keraskata import curriculum
from keraskata.grading.run import grade
from keraskata.subject.warm import Warm
from keraskata.terms import Terms
from keraskata.timing import clock, time_limit

pytestmark = pytest.mark.skipif(not time_limit.AVAILABLE, reason="this system has no alarms")
CHECKS = 600
GRADER = '''
import pytest
from keraskata import expect

@pytest.fixture
def found(submission):
    yield submission.shout("ab")
    submission.shout("")

def check(found, submission):
    """shout(text) is in capitals."""
    expect.equal(found, "AB", what="shout('ab')")
    expect.equal(submission.shout("c"), "C", what="shout('c')")

for number in range({checks}):
    globals()[f"test_{{number}}"] = pytest.mark.check(points=1)(pytest.mark.timeout(50)(
        type(check)(check.__code__, globals(), f"test_{{number}}")))
    globals()[f"test_{{number}}"].__doc__ = check.__doc__
'''


class _Rings:
    """Rings at a place of the engine's or of pytest's that it has not rung at yet, once for each check."""

    def __init__(self) -> None:
        self.places: set[tuple[str, int]] = set()
        self.over = self.armed = False

    def arm(self) -> None:
        self.over, self.armed = False, True
        sys.settrace(self.trace)  # an exception from a trace function has ended it

    def trace(self, frame: FrameType, event: str, argument: Any) -> Any:
        file = frame.f_code.co_filename
        if "time_limit" in file or not any(part in file for part in ("_pytest", "pluggy", "keraskata", "graders")):
            return None
        place = file, frame.f_lineno
        if self.armed and event == "line" and place not in self.places:
            self.places.add(place)
            self.over, self.armed = True, False
            signal.raise_signal(signal.SIGALRM)
        return self.trace


@pytest.mark.parametrize("where", ["in process", "warm"])
def test_wherever_it_rings_the_check_has_a_verdict(kit: Path, where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (kit / "graders/s01_words/test_shout.py").write_text(GRADER.format(checks=CHECKS))
    (kit / "exercises/s01_words/shout.py").write_text(RIGHT["shout"])
    rings, start, stop = _Rings(), time_limit.start, time_limit.stop

    class Over(clock.Countdown):
        def left(self) -> float:
            return -1000.0 if rings.over else super().left()

    def started(*arguments: Any) -> None:
        start(*arguments)
        rings.arm()

    def stopped() -> None:
        rings.armed = False
        stop()

    monkeypatch.setattr(time_limit, "Countdown", Over)
    monkeypatch.setattr(time_limit, "stop", stopped)
    monkeypatch.setattr(time_limit, "start", started)
    found, subjects = curriculum.load(kit), Warm(Terms("warm", refusing=True)) if where == "warm" else None
    exercise = found.exercises["s01_words/shout"]
    before = sys.gettrace()
    try:
        (result,) = grade(found, [(exercise, kit / "exercises/s01_words/shout.py")], fresh=True, subjects=subjects)
    finally:
        sys.settrace(before)
        if subjects:
            subjects.close()
    outcomes = [check.outcome for check in result.checks]
    assert len(outcomes) == CHECKS and set(outcomes) <= {"passed", "timed out"}
    assert outcomes.count("timed out") > 20, outcomes
    assert {part for part in ("runner.py", "reports.py", "fixtures.py") for file, _ in rings.places if part in file}
