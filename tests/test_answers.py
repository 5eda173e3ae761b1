"""Every right answer earns full marks; every wrong one fails the check that it names, in the words that it names."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from keraskata.answers import Answer, answers
from keraskata.curriculum import Exercise, load
from keraskata.grading import GradingFailed, grade
from keraskata.results import Result
from keraskata.subject.warm import Warm
from keraskata.terms import Limits, Terms

KIT = load(Path(__file__).parent.parent)
BUILT = [exercise for exercise in KIT.exercises.values() if KIT.grader(exercise).exists()]
BANK = [answer for exercise in BUILT for answer in answers(KIT, exercise)]


@pytest.fixture(scope="session")
def warm(request: pytest.FixtureRequest) -> Iterator[Warm | None]:
    """The warm parent where the bank's files are to run in processes of their own."""
    subject = request.config.getoption("subject")
    parent = None if subject == "in-process" else Warm(Terms(subject, Limits() if subject == "walled" else None))
    yield parent
    if parent:
        parent.close()


def verdicts(exercise: Exercise, seed: int, warm: Warm | None) -> dict[str, Result]:
    """What `_graded` found; a grader that broke is told by every test, and is run once."""
    found = _graded(exercise, seed, warm)
    if isinstance(found, GradingFailed):
        raise found
    return found


@cache
def _graded(exercise: Exercise, seed: int, warm: Warm | None) -> dict[str, Result] | GradingFailed:
    """One run grades an exercise's whole bank, and its solution and stub."""
    files = [*(answer.path for answer in answers(KIT, exercise)), KIT.solution(exercise), KIT.stub(exercise)]
    measured = KIT.root / "graders" / "calibration.toml"
    trained = "expect.calibrated(" in KIT.grader(exercise).read_text(encoding="utf-8")
    if trained and not (measured.exists() and exercise.id in measured.read_text(encoding="utf-8")):
        pytest.skip(f"{exercise.id} waits for `kata calibrate`")
    try:
        results = grade(KIT, [(exercise, file) for file in files], seed=seed, fresh=True, subjects=warm)
    except GradingFailed as error:
        return error
    return {result.path: result for result in results}


@pytest.mark.parametrize("exercise", BUILT, ids=lambda exercise: exercise.id)
def test_the_solution_passes_and_the_stub_does_not(exercise: Exercise, bank_seed: int, warm: Warm | None) -> None:
    solution = verdicts(exercise, bank_seed, warm)[str(KIT.solution(exercise))]
    assert solution.done, [check for check in solution.checks if check.outcome != "passed"]
    assert not verdicts(exercise, bank_seed, warm)[str(KIT.stub(exercise))].done


@pytest.mark.parametrize("exercise", BUILT, ids=lambda exercise: exercise.id)
def test_the_bank_is_large_enough(exercise: Exercise) -> None:
    bank = answers(KIT, exercise)
    assert sum(answer.right for answer in bank) >= 3
    assert sum(not answer.right for answer in bank) >= 6
    assert all(answer.fails and answer.says for answer in bank if not answer.right)


@pytest.mark.parametrize("answer", BANK, ids=lambda answer: f"{answer.exercise.id}/{answer.path.stem}")
def test_answer(answer: Answer, bank_seed: int, warm: Warm | None) -> None:
    result = verdicts(answer.exercise, bank_seed, warm)[str(answer.path)]
    checks = {check.id: check for check in result.checks}
    if answer.right:
        assert result.done, [check for check in result.checks if check.outcome != "passed"]
        return
    failed = [checks[name] for name in answer.fails]
    assert all(check.outcome in ("failed", "timed out") for check in failed), result
    said = " ".join(str(check.feedback) for check in failed).lower()
    assert not [words for words in answer.says if words.lower() not in said], said
