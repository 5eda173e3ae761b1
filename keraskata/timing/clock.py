"""A clock for time limits: it counts what a process could run, and not what it was stopped for."""

from time import monotonic, process_time  # by name: a learner's code may replace what `time` holds

TICK = 0.5  # who waits or rings looks at the clock this often
_STOPPED = 3 * TICK  # after so long without a look at it, a process was stopped, or was busy with something else


class Countdown:
    """Counts down from `seconds`, which may be infinite, while somebody looks at it at least every TICK.

    A container that is paused, a laptop that is closed, SIGSTOP: all look like a gap between two looks in which the
    process used no processor. Of such a gap one TICK counts. A long computation without a look is a gap, too, and
    counts by the processor time that it took.
    """

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._last, self._used = monotonic(), process_time()

    def left(self) -> float:
        """The seconds that are left; negative when they are over."""
        last, used = self._last, self._used
        self._last, self._used = monotonic(), process_time()
        gap = self._last - last
        self._left -= gap if gap <= _STOPPED else min(gap, max(TICK, self._used - used))
        return self._left

    def forgive(self) -> None:
        """What has passed since the last look does not count."""
        self._last, self._used = monotonic(), process_time()
