"""Compares a learner's function with a reference on many inputs, and shows the smallest one that fails."""

import contextlib
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from keraskata.expect import counterexamples
from keraskata.expect.basics import GraderError, Unmet, close, equal, measuring, no_answer, that
from keraskata.expect.calls import several
from keraskata.expect.causes import CALL
from keraskata.expect.given import written_call
from keraskata.expect.mistakes import Mistakes
from keraskata.expect.wording import Likely, diagnosed, type_name
from keraskata.results import Feedback
from keraskata.subject.faults import Fault

Case = tuple[Any, ...]


def agrees(
    call: Callable[..., Any],
    reference: Callable[..., Any],
    inputs: Any = None,
    *,
    examples: Iterable[Any] = (),
    what: str | Callable[..., str] | None = None,
    likely: Likely | Mistakes | Callable[..., Likely] = None,
    compare: Callable[..., None] | None = None,
    tol: float = 1e-6,
) -> None:
    """Require that `call`, such as `submission.sigmoid`, answers like `reference` on the examples and on drawn inputs.

    `inputs` is a strategy of Hypothesis (see `expect.inputs`); it draws the arguments: one value, or a tuple of
    several. `examples` are such values, too: all are tried, first, in their order. The feedback shows the first example
    that fails, or else the smallest drawn input that does.

    `what` names the call, as text or from the arguments; by default it is written as a learner would write it.
    `likely` is the probable cause: text, a table of `mistakes`, or a function of (found, expected, *arguments).
    `compare(found, expected, what=..., likely=...)` is an expectation such as `expect.equal`; by default arrays,
    numbers, text and tuples of them are compared, numbers within `tol`.

    Raises Unmet, or the Fault of the learner's code with the input that it stopped at.
    """
    trial = _Trial(call, reference, what, likely, compare or _comparing(tol))
    seed, given = measuring.get().seed, list(examples)
    drawn = [] if inputs is None else counterexamples.drawn(inputs, seed)
    place = trial.first_failure([_case(value) for value in [*given, *drawn]])
    if place is None:
        return
    if place >= len(given):
        counterexamples.shrink(inputs, lambda value: trial.fails(_case(value)), seed, place - len(given))
    raise trial.failure


class _Trial:
    """A function against its reference; `failure` is what the last failing case raised."""

    def __init__(
        self,
        call: Callable[..., Any],
        reference: Callable[..., Any],
        what: str | Callable[..., str] | None,
        likely: Likely | Mistakes | Callable[..., Likely],
        compare: Callable[..., None],
    ) -> None:
        self._call, self._reference, self._compare = call, reference, compare
        self._what, self._likely = what, likely
        self.failure: Unmet | Fault

    def first_failure(self, cases: list[Case]) -> int | None:
        """Return the place of the first case that fails when it is asked alone, or None.

        All cases are asked in one go first: it is quick, and shows whether a later call changes an earlier answer.
        Raises Unmet or Fault where cases fail only in one go.
        """
        broke = None
        try:
            answers = self._together(cases)
        except Fault as fault:
            broke, answers = fault, []
        for place, case in enumerate(cases):
            unmet = self._unmet(answers[place], case) if answers else None
            if (broke or unmet) and self.fails(case):
                return place
            if unmet:
                raise Unmet(self._hangs_on_others(case, unmet, cases))
        if broke:
            raise broke
        return None

    def fails(self, case: Case) -> bool:
        """Ask about one case alone; return whether it failed. Raises Fault where no other case could do better."""
        try:
            found = self._call(*case)
        except Fault as fault:
            # Nothing was called (no such function, a stub), or the answer was none: smaller inputs say no more.
            if fault.error is None or isinstance(fault.error, NotImplementedError):
                raise
            self.failure = self._at(fault, case)
            return True
        unmet = self._unmet(found, case)
        if unmet:
            self.failure = unmet
        return unmet is not None

    def _together(self, cases: list[Case]) -> list[Any]:
        together = getattr(self._call, "together", None)
        return together(cases) if together else [self._call(*case) for case in cases]

    def _unmet(self, found: Any, case: Case) -> Unmet | None:
        expected = self._reference(*case)
        try:
            self._compare(found, expected, what="", likely=None)
            if isinstance(self._likely, Mistakes):
                self._likely.of(expected, *case)  # for who watches whether its rows can speak
            return None
        except Unmet:
            pass  # words are made for what fails only: they take longer than the comparison
        try:
            self._compare(found, expected, what=self._name(case), likely=self._words(found, expected, case))
        except Unmet as unmet:
            return unmet
        raise GraderError("`compare` says no to an answer, and yes when it is given words for it")

    def _words(self, found: Any, expected: Any, case: Case) -> Likely:
        if isinstance(self._likely, Mistakes):
            return self._likely.of(found, *case)
        if not callable(self._likely):
            return self._likely
        with contextlib.suppress(Exception):  # it looks at an answer of any kind, and is only a help
            return self._likely(found, expected, *case)
        return None

    def _name(self, case: Case) -> str:
        if callable(self._what):
            return self._what(*case)
        return self._what or written_call(getattr(self._call, "__name__", "the function"), case)

    def _at(self, fault: Fault, case: Case) -> Fault:
        told = fault.feedback
        return Fault(Feedback(f"{self._name(case)} to run", told.found, told.likely, told.notes), fault.error)

    def _hangs_on_others(self, case: Case, unmet: Unmet, cases: list[Case]) -> Feedback:
        """Say why an answer that is right alone is wrong among others: a later call changed it, or an earlier one."""
        later = self._unmet(self._together([case, *cases])[0], case) is not None
        told = diagnosed(CALL.says("written_again") if later else None)
        found = "it was right, and is another one after later calls" if later else "another one after other calls"
        return Feedback(
            f"the answer of {self._name(case)} to stay as it is when the function is called again",
            found,
            told.words,
            [f"Afterwards: {unmet.feedback.found}"],
            told.row,
        )


def _case(value: Any) -> Case:
    return value if isinstance(value, tuple) else (value,)


def _comparing(tol: float) -> Callable[..., None]:
    """Return the expectation for values of any kind, by the kind of what is expected."""

    def compare(found: Any, expected: Any, *, what: str, likely: Likely) -> None:
        if isinstance(expected, tuple):
            parts = [f"part {place}" for place in range(1, len(expected) + 1)]
            several(found, parts, what=what, likely=likely)
            for part, one, wanted in zip(parts, found, expected, strict=True):
                compare(one, wanted, what=f"{part} of {what}", likely=likely)
        elif isinstance(expected, np.ndarray) and expected.dtype.kind in "biuf":
            that(
                isinstance(found, np.ndarray) or expected.ndim == 0,
                expected=f"{what} is an array",
                found=type_name(found),
                likely=no_answer(found) or CALL.says("no_array"),
            )
            close(found, expected, what=what, likely=likely, tol=tol)
        elif isinstance(expected, (float, np.floating)):
            close(found, expected, what=what, likely=likely, tol=tol)
        else:
            equal(found, expected, what=what, likely=likely)

    return compare
