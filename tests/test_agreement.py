"""`expect.agrees`: many inputs, the smallest that fails, and nothing of it depends on luck, speed or the machine."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from asking import pytest_in
from hypothesis import strategies as st

from keraskata import expect
from keraskata.curriculum import Exercise
from keraskata.expect import counterexamples, inputs
from keraskata.expect.basics import Measuring, measuring
from keraskata.grading.executing import InProcess
from keraskata.results import Feedback
from keraskata.subject.faults import Fault
from keraskata.subject.submission import Submission
from keraskata.timing import time_limit

ROOT = Path(__file__).parent.parent
PAIRS = st.tuples(st.integers(0, 9), st.integers(1, 9))


several_seeds = pytest.mark.parametrize("seed", [0, 1, 2**60 + 1], indirect=True)


@pytest.fixture(autouse=True)
def seed(request: pytest.FixtureRequest) -> Iterator[int]:
    """The seed of the check that is running."""
    number = getattr(request, "param", 0)
    token = measuring.set(Measuring(seed=number))
    yield number
    measuring.reset(token)


@pytest.fixture
def submitted(tmp_path: Path) -> Callable[[str], Submission]:
    """Makes a submission of a text that defines f."""

    def make(text: str) -> Submission:
        path = tmp_path / "some.py"
        path.write_text(f"import numpy as np\n\n{text}\n")
        return Submission(Exercise("s01_words", "some", "Some", ("f(x)",), ()), path, InProcess())

    return make


def unmet(*args: Any, **named: Any) -> Feedback:
    with pytest.raises((expect.Unmet, Fault)) as caught:
        expect.agrees(*args, **named)
    return caught.value.feedback


def test_what_agrees_is_asked_often() -> None:
    asked = []
    expect.agrees(lambda a, b: asked.append((a, b)) or a % b, lambda a, b: a % b, PAIRS, examples=[(7, 3)])
    assert asked[0] == (7, 3) and len(set(asked)) > 10 and len(asked) == 1 + counterexamples.DRAWN


@several_seeds
def test_the_smallest_input_that_fails_is_shown() -> None:
    feedback = unmet(lambda a, b: 0 if b > 1 else a % b, lambda a, b: a % b, PAIRS, what=lambda a, b: f"{a} % {b}")
    assert feedback == Feedback("1 % 2 is 1", "0")


def test_examples_come_first_and_as_they_are() -> None:
    feedback = unmet(lambda a, b: 0, lambda a, b: a % b, PAIRS, examples=[(4, 2), (9, 5), (1, 2)], what="the rest")
    assert feedback == Feedback("the rest is 4", "0")


def test_the_same_seed_has_the_same_words() -> None:
    space = inputs.tables()
    words = {str(unmet(lambda x: x * 0, lambda x: x, space, what=repr)) for _ in range(3)}
    assert len(words) == 1


def test_another_seed_draws_other_inputs() -> None:
    space = inputs.arrays((4,))
    one, other = (counterexamples.drawn(space, seed) for seed in (3, 4))
    assert repr(one) == repr(counterexamples.drawn(space, 3)) != repr(other)


def test_a_cause_is_found_by_what_was_answered() -> None:
    named = {
        "likely": lambda found, right, x: f"{found} is -{right} for {x}" if found == -right else None,
        "examples": [2],
    }
    assert unmet(lambda x: -x, abs, **named).likely == "-2 is -2 for 2"
    assert unmet(lambda x: 5, abs, **named).likely is None
    assert "without `return`" in str(unmet(lambda x: None, abs, **named).likely)


def test_a_cause_that_breaks_on_a_strange_answer_is_none() -> None:
    feedback = unmet(
        lambda x: "text", abs, examples=[2], likely=lambda found, right, x: expect.cause((found > 1, "large"))
    )
    assert feedback == Feedback("<lambda>(2) is 2", "'text'")


@pytest.mark.parametrize(
    ("answer", "found"),
    [([1.0, 2.0], "a list"), (None, "nothing (None)"), (np.zeros(3), "shape (3,)"), (np.array([1.0, np.nan]), "nan")],
)
def test_arrays_are_compared_as_arrays(answer: Any, found: str) -> None:
    assert found in unmet(lambda x: answer, lambda x: x, examples=[np.array([1.0, 2.0])]).found


def test_lists_pass_where_the_grader_says_so() -> None:
    expect.agrees(np.ndarray.tolist, lambda x: x, examples=[np.array([1.0, 2.0])], compare=expect.close)


def test_parts_are_compared_one_by_one() -> None:
    feedback = unmet(lambda x: (x, [3]), lambda x: (x, x), examples=[np.ones(2)], what="f(x)")
    assert feedback.expected == "part 2 of f(x) is an array"
    expect.agrees(lambda x: [x, x], lambda x: (x, x), examples=[np.ones(2)])


@several_seeds
def test_errors_name_the_input_and_the_line(submitted: Callable[[str], Submission]) -> None:
    made = submitted("def f(x):\n    return 1 / (x.size - 3)")
    feedback = unmet(made.f, lambda x: 1 / (x.size - 3), inputs.arrays((3,), dtypes=["float64"]))
    assert feedback.expected == "f([0., 0., 0.]) to run" and feedback.found == "ZeroDivisionError: division by zero"
    assert feedback.notes == ["line 4 of some.py: return 1 / (x.size - 3)"]


@pytest.mark.parametrize("text", ["def g(x): return x", "def f(x): raise NotImplementedError", "def f(): return 1"])
def test_what_no_input_could_change_is_said_once(text: str, submitted: Callable[[str], Submission]) -> None:
    assert "f([0.]) to run" not in unmet(submitted(text).f, np.abs, inputs.arrays((1,))).expected


BUFFER = """
KEPT = np.zeros(2)

def f(x):
    KEPT[...] = x
    return KEPT
"""


def test_a_buffer_that_is_given_out_twice_is_found(submitted: Callable[[str], Submission]) -> None:
    feedback = unmet(submitted(BUFFER).f, lambda x: x, examples=[np.zeros(2), np.ones(2)])
    assert "stay as it is" in feedback.expected and "writes into again later" in str(feedback.likely)
    expect.agrees(submitted(BUFFER + "\n\ng = f\ndef f(x):\n    return g(x).copy()").f, np.copy, inputs.arrays((2,)))


def test_state_between_calls_is_no_cause_to_search_for_ever(submitted: Callable[[str], Submission]) -> None:
    made = submitted("CALLS = []\n\ndef f(x):\n    CALLS.append(x)\n    return x if len(CALLS) % 7 else -1")
    assert unmet(made.f, lambda x: x, st.integers(0, 100)).found


class Stopped(pytest.fail.Exception):
    """As the time limit of a check is: a failure of pytest's, which Hypothesis would go on from."""


@pytest.mark.parametrize("error", [Stopped("late"), KeyboardInterrupt(), SystemExit(3), ValueError("of the grader")])
def test_what_is_no_counterexample_comes_out_at_once(error: BaseException) -> None:
    asked = []

    def fails(value: int) -> bool:
        asked.append(value)
        if len(asked) > 2:
            raise error
        return True

    with pytest.raises(type(error)) as caught:
        counterexamples.shrink(st.integers(3, 10**9), fails, 0, first=3)
    assert caught.value is error and len(asked) == 3


@pytest.mark.skipif(not time_limit.AVAILABLE, reason="there are no alarms here")
def test_an_alarm_inside_hypothesis_ends_the_search() -> None:
    late = Stopped("late")
    slow = st.integers(0, 10**9).map(lambda value: sum(range(3_000_000)) + value)
    time_limit.start(0.3, "nowhere.py", late)
    try:
        with pytest.raises(Stopped) as caught:
            counterexamples.shrink(slow, lambda value: False, 0, first=10**6)
    finally:
        time_limit.stop()
    assert caught.value is late


def test_the_search_for_a_smaller_one_ends() -> None:
    asked = []
    counterexamples.shrink(st.binary(min_size=900, max_size=900), lambda value: bool(asked.append(value)) or True, 0, 0)
    assert len(asked) <= counterexamples.SHRUNK


@several_seeds
@pytest.mark.parametrize(
    ("space", "fits"),
    [
        (inputs.numbers(), lambda x: isinstance(x, (int, float))),
        (inputs.shapes(axes=(0, 2)), lambda x: len(x) <= 2),
        (inputs.arrays((2, 3), dtypes=["uint8"]), lambda x: x.dtype == "uint8" and x.shape == (2, 3)),
        (inputs.tables(rows=(1, 3), columns=(2, 2)), lambda x: 1 <= len(x) <= 3 and x.shape[1] == 2),
        (inputs.images(channels=4), lambda x: x.dtype == "uint8" and x.shape[2] == 4),
        (inputs.images(channels=None), lambda x: x.ndim == 2),
        (inputs.curves(), lambda x: x and min(x) >= 0),
        (inputs.texts(), lambda x: len(x.split()) <= 8),
        (inputs.frames({"a": inputs.numbers()}), lambda x: list(x.columns) == ["a"]),
    ],
)
def test_spaces_hold_what_they_say(space: Any, fits: Callable[[Any], bool], seed: int) -> None:
    drawn = counterexamples.drawn(space, seed)
    assert drawn and all(fits(value) for value in drawn)


def test_spaces_hold_the_corners() -> None:
    tables = [table for seed in range(5) for table in counterexamples.drawn(inputs.tables(), seed)]
    assert {0, 1, 2} <= {len(table) for table in tables} and {1, 5} <= {table.shape[1] for table in tables}
    assert {table.dtype.kind for table in tables} == {"f", "i"}
    assert any((table == table[:1]).all(axis=0).any() for table in tables if len(table) > 2)
    assert any(table.flags.f_contiguous and not table.flags.c_contiguous for table in tables)


def test_nothing_is_written_and_nothing_is_read_from_the_code_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for space in (inputs.texts(), inputs.images(), inputs.tables(), st.integers(), st.floats()):
        for seed in range(20):
            counterexamples.drawn(space, seed)
    assert not list(tmp_path.iterdir())
    assert capsys.readouterr() == ("", "")


def test_graders_draw_no_text_by_hypothesis_itself() -> None:
    for grader in (ROOT / "graders").rglob("test_*.py"):
        assert not re.search(r"\bst\.(text|characters|from_regex)\b", grader.read_text()), grader


def test_the_plugin_of_hypothesis_says_nothing() -> None:
    sigmoid = "solutions/s03_binary_classification/sigmoid.py"
    plain, seeded = (pytest_in(ROOT, sigmoid, "--kata-fresh", *more) for more in ([], ["--hypothesis-seed=5"]))
    without = pytest_in(ROOT, sigmoid, "--kata-fresh", "-p", "no:hypothesispytest")
    assert plain.stdout == without.stdout == seeded.stdout and "9 of 9 points" in plain.stdout
    assert "ypothesis" not in plain.stdout and plain.stderr == ""
