"""Expectations on plain values, and the feedback when they do not hold."""

import math
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, NoReturn

import numpy as np

from keraskata.boundary.handles import Handle
from keraskata.expect.causes import CALL, NO_RETURN, row_of
from keraskata.expect.wording import Diagnosis, Likely, array, diagnosed, is_history, number, told_apart
from keraskata.language import translated
from keraskata.results import Feedback
from keraskata.subject.call_text import short
from keraskata.subject.faults import Fault


class Unmet(Exception):
    """An expectation that did not hold, with the feedback for the learner."""

    def __init__(self, feedback: Feedback) -> None:
        super().__init__(str(feedback))
        self.feedback = feedback


class GraderError(Exception):
    """The grader itself is wrong: an author's error, never a learner's."""


@dataclass
class Measuring:
    """What the running check measures: thresholds, bands and its seed in; measured quantities, curves, pictures out."""

    thresholds: dict[str, float] = field(default_factory=dict)
    measured: dict[str, float] = field(default_factory=dict)
    calibrating: bool = False
    pictures: list[dict[str, str]] = field(default_factory=list)
    bands: dict[str, tuple[list[float], list[float]]] = field(default_factory=dict)
    curves: dict[str, list[float]] = field(default_factory=dict)
    seed: int = 0  # of what a grader draws


measuring: ContextVar[Measuring] = ContextVar("measuring")


def that(condition: Any, *, expected: str, found: str, likely: Likely = None, notes: Sequence[str] = ()) -> None:
    """Require that `condition` is true."""
    if not condition:
        fail(expected, found, likely, notes)


def equal(found: Any, expected: Any, *, what: str, likely: Likely = None, notes: Sequence[str] = ()) -> None:
    """Require that `found` equals `expected`: numbers, text, lists, dicts."""
    try:
        good = bool(np.all(found == expected)) and np.shape(found) == np.shape(expected)
    except (TypeError, ValueError):
        good = found == expected
    if not good:
        fail(f"{what} is {number(expected)}", number(found), likely or no_answer(found), notes)


def close(
    found: Any, expected: Any, *, what: str, likely: Likely = None, notes: Sequence[str] = (), tol: float = 1e-6
) -> None:
    """Require that `found` has the shape of `expected`, is finite, and lies within `tol` (absolute and relative)."""
    wanted = np.asarray(expected)
    numbers = _array(found, what, likely)
    if numbers.shape != wanted.shape:
        fail(f"{what} has shape {wanted.shape}", f"shape {numbers.shape}", likely, notes)
    if not np.all(np.isfinite(numbers)):
        fail(
            f"{what} is finite everywhere",
            f"{int(np.sum(~np.isfinite(numbers)))} values that are nan or infinite",
            likely,
            notes,
        )
    if not np.allclose(numbers, wanted, rtol=tol, atol=tol):
        if wanted.ndim == 0:
            right, wrong = told_apart(float(wanted), float(numbers))
            fail(f"{what} is {right}", wrong, likely, notes)
        worst = np.unravel_index(np.argmax(np.abs(numbers.astype(float) - wanted)), wanted.shape)
        place = ", ".join(str(int(i)) for i in worst)
        right, wrong = told_apart(float(wanted[worst]), float(numbers[worst]))
        fail(f"{what}: {right} at [{place}]", f"{wrong} there", likely, notes)


def shape(
    found: Any, expected: tuple[int, ...], *, what: str, likely: Likely = None, notes: Sequence[str] = ()
) -> None:
    """Require that `found` is an array of that shape."""
    numbers = _array(found, what, likely)
    if numbers.shape != tuple(expected):
        fail(f"{what} has shape {tuple(expected)}", f"shape {numbers.shape}", likely, notes)


def kind(found: Any, wanted: Any, *, what: str, likely: Likely = None, notes: Sequence[str] = ()) -> None:
    """Require an instance of `wanted` (one class or several). A History is not a dict, although it crosses as one."""
    if not isinstance(found, wanted) or is_history(found):
        classes = wanted if isinstance(wanted, tuple) else (wanted,)
        names = " or ".join(cls.__name__ for cls in classes)
        name = "History" if is_history(found) else getattr(found, "kind", type(found).__name__)
        shown = "None" if found is None else f"{name}: {number(found)}"
        fail(f"{what} is a {names}", shown, no_answer(found) or likely, notes)


def remote(found: Any, *, what: str, likely: Likely = None) -> None:
    """Require an object of the learner's that stays in the subject and can be used there, not a plain value."""
    if not isinstance(found, Handle):
        fail(f"{what} is an object to be used", number(found), no_answer(found) or likely, ())


def between(
    found: Any, low: float, high: float, *, what: str, likely: Likely = None, notes: Sequence[str] = ()
) -> None:
    """Require that low <= found <= high."""
    value = _number(found, what)
    if not low <= value <= high:
        fail(f"{what} is between {number(low)} and {number(high)}", number(value), likely, notes)


def at_least(found: Any, bound: float, *, what: str, likely: Likely = None, notes: Sequence[str] = ()) -> None:
    """Require that found >= bound; the bound comes from exact reasoning or from a baseline of the same run."""
    value = _number(found, what)
    if not value >= bound:
        fail(f"{what} is at least {number(bound)}", number(value), likely, notes)


def at_most(found: Any, bound: float, *, what: str, likely: Likely = None, notes: Sequence[str] = ()) -> None:
    """Require that found <= bound; the bound comes from exact reasoning or from a baseline of the same run."""
    value = _number(found, what)
    if not value <= bound:
        fail(f"{what} is at most {number(bound)}", number(value), likely, notes)


def calibrated(
    value: Any, name: str, *, better: str, what: str, likely: Likely = None, notes: Sequence[str] = ()
) -> None:
    """Require that `value` is on the right side of the threshold that `kata calibrate` measured for `name`."""
    if better not in ("higher", "lower"):
        raise GraderError(f"better is 'higher' or 'lower', not {better!r}")
    current = measuring.get()
    measured = _number(value, what)
    current.measured[name] = measured
    if current.calibrating:
        return
    if name not in current.thresholds:
        raise GraderError(f"{name!r} has no threshold yet: run `kata calibrate`")
    bound = current.thresholds[name]
    good = measured >= bound if better == "higher" else measured <= bound
    if not good:
        fail(
            f"{what} is at {'least' if better == 'higher' else 'most'} {number(bound)}", number(measured), likely, notes
        )


def raises(
    error: type[BaseException],
    call: Callable[..., Any],
    *args: Any,
    mentions: Sequence[str] = (),
    likely: Likely = None,
) -> None:
    """Require that `call(*args)` raises `error`, and that its message has the words of `mentions`."""
    shown = ", ".join(short(arg) for arg in args)
    try:
        found = call(*args)
    except Fault as fault:
        if isinstance(fault.error, NotImplementedError) or fault.error is None:
            raise
        if not isinstance(fault.error, error):
            fail(f"a {error.__name__} for {shown}", fault.feedback.found, likely, fault.feedback.notes)
        text = str(fault.error)
        lacking = [word for word in mentions if word.lower() not in text.lower()]
        if lacking:
            words = ", ".join(repr(word) for word in lacking)
            fail(f"a {error.__name__} whose message names {words}", f"the message {text!r}", likely, ())
        return
    if isinstance(found, Handle) and found.kind.endswith(("Error", "Exception")):
        likely = CALL.says("error_returned", error=error.__name__)
    fail(f"a {error.__name__} for {shown}", f"it came back with {number(found)}", likely, ())


def fail(expected: str, found: str, likely: Likely, notes: Sequence[str]) -> NoReturn:
    """Raise Unmet with this feedback."""
    raise Unmet(_feedback(expected, found, likely, notes))


def _feedback(expected: str, found: str, likely: Likely, notes: Sequence[str]) -> Feedback:
    told = diagnosed(likely)
    if row := row_of(told.words):
        told = Diagnosis(row, told.words and translated(told.words, row))
    return Feedback(expected, found, told.words, list(notes), told.row)


def no_answer(found: Any) -> str | None:
    """Return why nothing came back if `found` is None; otherwise None."""
    return NO_RETURN if found is None else None


def _array(found: Any, what: str, likely: Likely) -> np.ndarray:
    numbers = array(found)
    if numbers.dtype.kind not in "biuf":
        fail(f"{what} is an array of numbers", number(found), no_answer(found) or likely, ())
    return numbers


def _number(found: Any, what: str) -> float:
    try:
        value = float(found)
    except (TypeError, ValueError, OverflowError):
        fail(f"{what} is a number", number(found), no_answer(found), ())
    if not math.isfinite(value):
        fail(f"{what} is a finite number", number(value), None, ())
    return value
