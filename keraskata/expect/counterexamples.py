"""Draws inputs from a space with Hypothesis, and searches for the smallest one that fails."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from keraskata.timing import time_limit

# A verdict may not depend on how fast the machine is: so many inputs are drawn, and so many tried to find a smaller
# one. Time only ends the search for a smaller one, of answers so slow that the check would run out of time instead.
DRAWN, SHRUNK, SHRINKING_SECONDS = 20, 100, 8.0


class _Ends(BaseException):
    """Ends a search at once. Hypothesis would take any Exception, and pytest's Failed, for one more failure."""


def drawn(inputs: Any, seed: int) -> list[Any]:
    """Return the inputs that are drawn from a strategy under this seed, the plainest first."""
    found: list[Any] = []

    def keep(value: Any) -> bool:
        found.append(value)
        return False

    _search(inputs, keep, seed)
    return found


def shrink(inputs: Any, fails: Callable[[Any], bool], seed: int, first: int) -> None:
    """Look for inputs that are smaller than the one at place `first` of `drawn`, and fail as well.

    `fails` is asked about each, beginning with that one; the last one of which it said so is the smallest found. What
    it raises comes out at once.
    """
    passed, asked, begun = 0, 0, time.monotonic()

    def chosen(value: Any) -> bool:
        nonlocal passed, asked
        if passed < first:
            passed += 1
            return False
        asked += 1
        if asked > SHRUNK or time.monotonic() - begun > SHRINKING_SECONDS:
            raise _Ends
        return fails(value)

    _search(inputs, chosen, seed)


def _search(inputs: Any, chosen: Callable[[Any], bool], seed: int) -> None:
    """Ask `chosen` about what is drawn, and once it has said yes, about what is smaller."""
    import hypothesis
    from hypothesis import Phase, Verbosity, errors

    def asked(value: Any) -> bool:
        if time_limit.is_over():  # its alarm has struck inside Hypothesis, which went on
            raise _Ends from time_limit.error()
        try:
            return chosen(value)
        except _Ends:
            raise
        except BaseException as error:
            raise _Ends from error

    settings = hypothesis.settings(
        max_examples=DRAWN,
        phases=[Phase.generate, Phase.shrink],
        backend="hypothesis",
        database=None,
        deadline=None,
        print_blob=False,
        verbosity=Verbosity.quiet,
    )
    try:
        with _without_local_constants():
            hypothesis.find(inputs, asked, settings=settings, random=Random(seed))
    except _Ends as end:
        if end.__cause__ is not None:
            raise end.__cause__ from None
    except (errors.NoSuchExample, errors.Flaky):  # nothing failed, or the same input not always
        pass


@contextmanager
def _without_local_constants() -> Iterator[None]:
    """Keep Hypothesis from drawing constants out of the code of the modules that lie in the folder at hand.

    It would read all of them, keep what it finds in a folder .hypothesis, and draw by where this kit is installed.
    """
    from hypothesis.internal.conjecture.providers import HypothesisProvider

    name = "_maybe_draw_constant"
    draws = getattr(HypothesisProvider, name, None)
    setattr(HypothesisProvider, name, lambda *args, **kwargs: None)
    try:
        yield
    finally:
        if draws is None:
            delattr(HypothesisProvider, name)
        else:
            setattr(HypothesisProvider, name, draws)
