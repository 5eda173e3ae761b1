"""The time limit of a check: an alarm that a learner's `except:` cannot swallow for ever."""

import signal
import sys
import time
from types import FrameType
from typing import Any

AVAILABLE = hasattr(signal, "SIGALRM")
_AGAIN_SECONDS = 0.5
_deadline, _error = float("inf"), BaseException()


def left() -> float:
    """Seconds until the limit that was started last; no less than a tenth, so that every call may begin."""
    return max(0.1, _deadline - time.monotonic())


def error() -> BaseException:
    """What that limit raises, for who finds out before the alarm that it is past."""
    return _error


def start(seconds: float, learner: str, raises: BaseException, grace: float = 0.0) -> None:
    """Raise `raises` in this thread after `seconds`, then again and again while code of the file `learner` runs on.

    With `grace` the alarm goes off so many seconds later: the process that runs the code has the same limit, and says
    so itself.

    Python 3.12 delivers an alarm at the jump of a loop, where the next place is the `try` at its top: a bare `except:`
    inside `while True:` swallows every one. So the later ones raise at a line of the learner's, a line further on each
    time: in the end at one that no `try` covers.
    """
    global _deadline, _error
    rings, _deadline, _error = 0, time.monotonic() + seconds, raises

    def expired(signum: int, frame: FrameType | None) -> None:
        nonlocal rings
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
        if running:
            sys.settrace(trace)

    signal.signal(signal.SIGALRM, expired)
    signal.setitimer(signal.ITIMER_REAL, seconds + grace, _AGAIN_SECONDS)


def stop() -> None:
    """Set no alarm off any more, and leave alone a debugger's trace, or coverage's."""
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if getattr(sys.gettrace(), "__module__", None) == __name__:
        sys.settrace(None)
