"""A clock for time limits: it counts the time in which a process could run, and not the time it was stopped."""

from time import monotonic, process_time  # by name: a learner's code may replace functions of `time`

TICK = 0.5  # code that waits or rings looks at the clock this often
_STOPPED = 3 * TICK  # a longer time without a look at the clock is a gap


class Countdown:
    """Counts down from `seconds`, which may be infinite; its user looks at it at least every TICK.

    A paused container, a closed laptop and SIGSTOP all cause a gap between two looks in which the process used no
    processor time. Of such a gap only one TICK counts. A long computation also causes a gap; it counts by the processor
    time that it used.
    """

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._last, self._used = monotonic(), process_time()

    def left(self) -> float:
        """Return the seconds that are left; negative when the time is over."""
        last, used = self._last, self._used
        self._last, self._used = monotonic(), process_time()
        gap = self._last - last
        self._left -= gap if gap <= _STOPPED else min(gap, max(TICK, self._used - used))
        return self._left

    def forgive(self) -> None:
        """Do not count the time since the last look."""
        self._last, self._used = monotonic(), process_time()
