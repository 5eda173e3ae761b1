"""A judge that does not come back, or breaks, costs the exercise that it graded then, and nothing else."""

from pathlib import Path

import pytest
from conftest import RIGHT

from keraskata.judges.client import Judge, Judges, JudgeSettings, Task, Verdict
from keraskata.subject import system
from keraskata.terms import Terms

NAMES = ("s01_words/shout", "s01_words/count")
STEP = """
import ctypes
@pytest.mark.check(points=1)
@pytest.mark.timeout(1)
def test_step(submission):
    \"\"\"A step in C.\"\"\"
    if submission.shout("ab") == "slow":
        {step}
"""

pytestmark = pytest.mark.skipif(not system.can_fork(), reason="judges are forked here")


@pytest.fixture
def grades(kit: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def grade(step: str, shout: str) -> Verdict:
        grader = kit / "graders/s01_words/test_shout.py"
        grader.write_text(grader.read_text() + STEP.format(step=step))
        judges = Judges(JudgeSettings(str(kit), Terms("warm", seconds=2, refusing=True)))
        judge = Judge(judges)
        try:
            return judge.grade(Task(dict(zip(NAMES, (shout.encode(), RIGHT["count"].encode()), strict=True))))
        finally:
            judge.close()
            judges.close()

    return grade


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("sum(range(10**12))", "did not come back within 9 seconds"),
        ("ctypes.PyDLL(None).abort()", "the process that graded it ended"),
        ("pytest.TestReport.from_item_and_call = None", "is not callable"),
    ],
)
def test_what_breaks_its_judge_costs_one_exercise(grades, step: str, says: str) -> None:  # type: ignore[no-untyped-def]
    verdict = grades(step, "def shout(text):\n    return 'slow'\n")
    assert [(result.exercise, result.points) for result in verdict.results] == [(NAMES[1], 3)]
    assert verdict.problem.startswith(f"{NAMES[0]}: ") and says in verdict.problem
    assert "\n" not in verdict.problem and len(verdict.problem) < 400


def test_whose_answer_is_right_is_not_held_up(grades) -> None:  # type: ignore[no-untyped-def]
    verdict = grades("sum(range(10**12))", RIGHT["shout"])
    assert not verdict.problem and [result.points for result in verdict.results] == [4, 3]


SWALLOWED = """for _ in range(2):
            try:
                while True:
                    pass
            except BaseException:
                pass
        while True:
            pass"""


def test_an_alarm_that_a_library_swallows_rings_again(grades) -> None:  # type: ignore[no-untyped-def]
    """As Keras' PyTorch backend does, which tries what a layer makes, and excepts whatever comes."""
    verdict = grades(SWALLOWED, "def shout(text):\n    return 'slow'\n")
    assert not verdict.problem
    (shout, count) = verdict.results
    assert [check.outcome for check in shout.checks][-1] == "timed out" and count.points == 3
