"""What processes use: the memory that they have, the CPU time that they had (proc_pid_smaps(5), proc_pid_stat(5))."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


class Sampled(threading.Thread):
    """The largest value of `measure` until `done`, looked at each `pause` seconds."""

    def __init__(self, measure: Callable[[], float], pause: float = 0.02) -> None:
        super().__init__(daemon=True)
        self.measure, self.pause, self.most, self.done = measure, pause, 0.0, False

    def run(self) -> None:
        while not self.done:
            self.most = max(self.most, self.measure())
            time.sleep(self.pause)


def below(pid: int) -> list[int]:
    """The process and all that descend from it."""
    found = [pid]
    for parent in found:
        try:
            found += map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split())
        except OSError:
            continue
    return found


def private(pid: int) -> float:
    """Megabytes of this process only; nothing where it is gone."""
    return _megabytes(pid, "Private_")


def proportional(pid: int) -> float:
    """Megabytes of this process, of pages that others share its part only; nothing where it is gone."""
    return _megabytes(pid, "Pss:")


def _megabytes(pid: int, row: str) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(row)) / 1024


def cpu_seconds(pid: int) -> float:
    """CPU time of this process and of those that it has waited for; nothing where it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / _TICKS
