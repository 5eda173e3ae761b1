"""Sets the time limit of a check: an alarm that a learner's `except:` cannot swallow for ever.

If the system has no alarms, the process that waits for the code's process keeps the limit, and ends that process.
"""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from types import CodeType, FrameType
from typing import Any, TypeVar

from keraskata.timing.clock import TICK, Countdown

AVAILABLE = hasattr(signal, "SIGALRM")
_LEAST_SECONDS = 0.1  # so that every call can begin
_SOON = 0.02  # seconds until an alarm that could not strike rings again
_Function = TypeVar("_Function", bound=Callable[..., Any])
_whole: set[CodeType] = set()
_countdown, _error = Countdown(float("inf")), BaseException()
_paused = False
_tell: Callable[[float | None], None] = lambda seconds: None  # noqa: E731


def left() -> float:
    """Return the seconds until the limit that was started last; never less than a call needs to begin."""
    return max(_LEAST_SECONDS, _countdown.left())


def is_over() -> bool:
    """Return whether the limit that was started last is past."""
    return _countdown.left() <= 0


def error() -> BaseException:
    """Return the exception of that limit, for a caller that sees before the alarm that the time is over."""
    return _error


def whole(function: _Function) -> _Function:
    """Mark a function or generator in which no alarm may strike, because it would leave something half done."""
    _whole.add(function.__code__)
    return function


def told(tell: Callable[[float | None], None]) -> None:
    """Call `tell` from now on with each limit that starts, in seconds with its grace, and with None when it ends."""
    global _tell
    _tell = tell


def start(
    seconds: float,
    learner: str,
    raises: BaseException,
    grace: float = 0.0,
    within: Callable[[str], bool] = lambda file: True,
) -> None:
    """Raise `raises` in this thread after `seconds`, and again and again while the code runs on.

    With `grace` the alarm rings so many seconds later: the process that runs the code has the same limit, and reports
    it itself. The alarm strikes only in files that `within` accepts, or in code that these have called, and waits until
    such code runs: callers such as pytest would break if an exception came out of nowhere.

    Python 3.12 delivers an alarm where a loop jumps back, and the next place is the `try` at its top: a bare `except:`
    inside `while True:` swallows each one. So while code of the file `learner` runs, later alarms raise at a line of
    that file, one line further each time, until the line is one that no `try` covers.
    """
    global _countdown, _error
    rings, _countdown, _error = 0, Countdown(seconds), raises
    _tell(seconds + grace)
    if not AVAILABLE:
        return

    def expired(signum: int, frame: FrameType | None) -> None:
        nonlocal rings
        if _error is not raises:
            return  # it rang just before `stop`: to ring again, without this handler, would end the process
        if _paused:
            _countdown.forgive()
        remaining = _countdown.left() + grace
        if remaining > 0:
            _ring_in(remaining)
            return
        if not _strikes(frame, within):
            signal.setitimer(signal.ITIMER_REAL, _SOON, TICK)
            return
        rings += 1
        if rings == 1:
            raise raises
        lines_left = rings - 1

        def trace(at: FrameType, event: str, argument: Any) -> Any:
            nonlocal lines_left
            if at.f_code.co_filename != learner:
                return None
            if event == "line":
                lines_left -= 1
                if lines_left == 0:
                    raise raises
            return trace

        running = False
        while frame is not None:
            if frame.f_code.co_filename == learner:
                frame.f_trace, running = trace, True
            frame = frame.f_back
        if not running:
            raise raises  # a library has swallowed the exception before
        sys.settrace(trace)

    signal.signal(signal.SIGALRM, expired)
    _ring_in(seconds + grace)


def _strikes(frame: FrameType | None, within: Callable[[str], bool]) -> bool:
    """Return whether an exception may be raised in this frame."""
    struck = False
    while frame is not None:
        if frame.f_code in _whole:
            return False
        struck = struck or within(frame.f_code.co_filename)
        frame = frame.f_back
    return struck


def _ring_in(seconds: float) -> None:
    """Ring in so many seconds or at the next tick, and at each tick from then on."""
    signal.setitimer(signal.ITIMER_REAL, min(max(seconds, 0.001), TICK), TICK)


@contextlib.contextmanager
def paused() -> Iterator[None]:
    """Stop the clock for work of the engine itself, such as the start of a process."""
    global _paused
    _countdown.left()
    _paused = True
    try:
        yield
    finally:
        _paused = False
        _countdown.forgive()


def stop() -> None:
    """Cancel the alarm: there is no limit now. Does not touch the trace of a debugger or of coverage."""
    global _countdown, _error
    _countdown, _error = Countdown(float("inf")), BaseException()
    _tell(None)
    if not AVAILABLE:
        return
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if getattr(sys.gettrace(), "__module__", None) == __name__:
        sys.settrace(None)
