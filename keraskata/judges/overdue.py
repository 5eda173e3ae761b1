"""What a grading process is at, in memory shared with the one that forked it: a step that never ends is ended there.

An alarm waits until a step of the graders' in C is done, and such a step may be a product of immense matrices.
"""

import mmap
import os
import signal
import struct

from keraskata.timing.clock import TICK, Countdown

_LAYOUT = struct.Struct("=qqd")
_BETWEEN = 120.0  # seconds for what is no check: to read the files, and to import a grader
GRACE = 5.0  # what an alarm, and the cleaning up after it, may take


class Overdue(Exception):
    """A grading process did not come back in time, and was ended; the message says how long it was waited for."""


class Shared:
    """The number of the task that is graded, and the seconds that its present step may take."""

    def __init__(self) -> None:
        self._memory, self._steps = mmap.mmap(-1, _LAYOUT.size), 0
        self.idle()

    @property
    def task(self) -> int:
        return self._read()[0]

    def idle(self) -> None:
        """Note that nothing is graded."""
        self._write(0, float("inf"))

    def begin(self, task: int) -> None:
        """Note that a task is graded, and no check of it yet."""
        self._write(task, _BETWEEN)

    def limit(self, seconds: float | None) -> None:
        """Note that a check may take so many seconds from now on; None: it has ended."""
        self._write(self.task, _BETWEEN if seconds is None else seconds + GRACE)

    def wait_for(self, pid: int) -> int:
        """Return the exit status of the process that writes here. Raises Overdue after having killed it."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})  # it wakes the thread that waits for it
        step, time, most = -1, Countdown(0), 0.0
        while True:
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                return os.waitstatus_to_exitcode(status)
            _, now, seconds = self._read()
            if now != step:
                step, time, most = now, Countdown(seconds), seconds
            elif time.left() <= 0:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                raise Overdue(f"its grader did not come back within {most:g} seconds")
            signal.sigtimedwait({signal.SIGCHLD}, TICK)

    def _write(self, task: int, seconds: float) -> None:
        self._steps += 1
        _LAYOUT.pack_into(self._memory, 0, task, self._steps, seconds)

    def _read(self) -> tuple[int, int, float]:
        task, steps, seconds = _LAYOUT.unpack_from(self._memory)
        return task, steps, seconds
