"""Expectations on what a call comes back with, and on what it leaves behind."""

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from keraskata.expect.basics import fail, no_answer, that
from keraskata.expect.causes import CALL
from keraskata.expect.comparing import same
from keraskata.expect.wording import Likely, diagnosed, number, type_name
from keraskata.printable import listed
from keraskata.subject.faults import Fault

_COUNTS = {2: "two", 3: "three"}


def no_return(found: Any) -> tuple[bool, str | None]:
    """Return whether nothing came back, and why: a pair for `expect.cause`, before the other causes."""
    return found is None, no_answer(found)


def several(found: Any, parts: Sequence[str], *, what: str, likely: Likely = None) -> None:
    """Require a tuple or a list with one item for each of `parts`, which are named in a learner's words."""
    together = isinstance(found, (tuple, list))
    if not together or len(found) != len(parts):
        count = _COUNTS.get(len(parts), str(len(parts)))
        shown = f"{type_name(found)} of {len(found)}" if together else number(found)
        fail(f"{what}: {count} things, {listed(list(parts), 'and')}", shown, no_answer(found) or likely, ())


def two_calls(submission: Any, name: str, *arguments: Any) -> str:
    """Call a function twice, and return what its answers share.

    It is "argument" if an answer is, or is part of, one of the arguments, "answer" if both answers are one, "optimizer"
    if two models are compiled with one optimizer, else "". Raises Fault.
    """
    calls = submission.lend("keraskata.datasets.calls.TwoCalls")
    try:
        return str(calls.shared(submission.function(name), *arguments))
    except Fault as fault:  # it names the function that is called, and not who calls it
        expected = re.sub(r"TwoCalls\.shared\(.*\)", f"{name}, called twice,", fault.feedback.expected)
        raise Fault(replace(fault.feedback, expected=expected), fault.error) from None


def new_each_call(submission: Any, name: str, *arguments: Any, kind: str = "model") -> None:
    """Require that a function returns a model or a layer (`kind`) of its own from each call.

    It shares no weights, and no optimizer, with that of another call.
    """
    shown = ", ".join(f'"{each}"' if isinstance(each, str) else str(each) for each in arguments)
    shared = two_calls(submission, name, *arguments)
    common, row = ("optimizer", "one_optimizer") if shared == "optimizer" else ("weights", "kept")
    that(
        not shared,
        expected=f"a new {kind} from each call of {name}({shown})",
        found=f"one that has its {common} in common with the {kind} of the call before",
        likely=CALL.says(row),
    )


def raised(call: Callable[..., Any], *arguments: Any) -> Exception | None:
    """Call it, and return what the learner's code raises, or None."""
    try:
        call(*arguments)
    except Exception as fault:  # it carries what was raised
        return getattr(fault, "error", None) or fault
    return None


def own_raise(call: Callable[..., Any], *arguments: Any) -> bool:
    """Call it, and return whether it ends at a `raise` of the learner's own, the last of the lines shown of it."""
    try:
        call(*arguments)
    except Fault as fault:
        lines = [note for note in fault.feedback.notes if re.match(r"[^:]*line \d+", note)]
        return bool(re.search(r": raise \w", lines[-1].split("#")[0]))
    return False


@contextlib.contextmanager
def explained(likely: Callable[[Fault], Likely]) -> Iterator[None]:
    """Give what the learner's function raises within the cause that `likely` finds for it, if it finds one.

    A file that does not load, and a function that is not there or still to be written, keep their words: `likely` is
    not asked. An error in `likely` is no cause, as in a row of a table.
    """
    try:
        yield
    except Fault as fault:
        if isinstance(fault.error, Exception) and not isinstance(fault.error, NotImplementedError):
            cause: Likely = None
            with contextlib.suppress(Exception):
                cause = likely(fault)
            if diagnosed(cause).words:
                fail(fault.feedback.expected, fault.feedback.found, cause, fault.feedback.notes)
        raise


def unchanged(left: Any, given: Any, *, what: str, likely: Likely = None) -> None:
    """Require that an argument is after the call as it was before.

    `left` is what `submission.argument` gives: an array, a dict of lists, a Series or a DataFrame, as `given` is.
    """
    that(
        _alike(left, given),
        expected=f"{what} as before the call",
        found=_change(left, given),
        likely=likely or CALL.says("changed", what=what),
    )


def _alike(left: Any, given: Any) -> bool:
    if hasattr(given, "iloc"):  # a Series or a DataFrame
        return isinstance(left, type(given)) and bool(left.equals(given))
    if isinstance(given, dict):
        return isinstance(left, dict) and left.keys() == given.keys() and all(same(left[k], given[k], 0) for k in given)
    return same(left, given, tol=0)


def _change(left: Any, given: Any) -> str:
    """Say what has changed, as far as it is certain."""
    if not hasattr(given, "iloc") or not isinstance(left, type(given)):
        return "other values in it"
    if len(left) != len(given):
        return f"{len(left)} rows in it, and not {len(given)}"
    if left.ndim == 2 and not left.columns.equals(given.columns):
        return f"other columns in it: {', '.join(map(str, left.columns))}"
    if not left.index.equals(given.index):
        return f"another index in it, {number(list(left.index[:7]))} in place of {number(list(given.index[:7]))}"
    if same(left, given, tol=0):
        return "the same values in it, as another type"
    return "other values in it"
