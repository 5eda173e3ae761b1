"""Control groups: what processes of one submission use together is bounded where the system gives them (cgroups(7)).

A judge grades one submission at a time, and all processes that run its files are forked from one parent: that parent is
in a group of its own, and its children are born into it. A group is asked of systemd, or made in that of the process
where it is writable, as in a container, or at the root, as on a machine without systemd.
"""

import contextlib
import os
import subprocess
import time
from pathlib import Path

from keraskata.terms import Limits

_WANTED = ("memory", "pids", "cpu")
_REST = "kata-rest"  # where processes go that were in a group that is to be divided: it may have none itself
_SYSTEMD = "/run/systemd/system"  # exists while systemd manages groups: then only systemd divides them
_ASK_SECONDS, _END_SECONDS = 10, 1
_TO_DO = "grade in a session of systemd's (by ssh, not su), or in a container whose control group is writable"


class NoGroups(Exception):
    """There is no group to divide; the message says how to get one."""


def scope() -> list[str]:
    """Return how a command begins to run in a new group that the user may divide; [] where systemd gives none."""
    if not os.path.isdir(_SYSTEMD):
        return []
    line = ["systemd-run", *([] if os.getuid() == 0 else ["--user"]), "--scope", "--quiet", "--collect"]
    line += ["--property=Delegate=yes", "--"]
    tell = 'read -r own < /proc/self/cgroup; cat "/sys/fs/cgroup${own#0::}/cgroup.controllers"'
    try:
        tried = subprocess.run([*line, "sh", "-c", tell], capture_output=True, timeout=_ASK_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return line if b"memory" in tried.stdout.split() else []


def check() -> None:
    """Raise NoGroups where there is no group to divide; change nothing."""
    if not scope():
        divisible(os.getpid())


def divisible(pid: int) -> Path:
    """Return the group that may be divided: that of process `pid`, or the root of all. Raises NoGroups."""
    if pid == os.getpid() and os.path.isdir(_SYSTEMD):
        raise NoGroups(f"systemd gives none; {_TO_DO}")
    try:
        mounted, root = _mounted()
        lines = Path(f"/proc/{pid}/cgroup").read_text().splitlines()
        path = Path(next(line[3:] for line in lines if line[:3] == "0::"))
        own = mounted / path.relative_to(root)
    except (OSError, StopIteration, ValueError):
        raise NoGroups(f"this system has no control groups of version 2 here; {_TO_DO}") from None
    if own.name == _REST:  # an earlier run has divided it
        own = own.parent
    if os.getuid() == 0 and _is_root(mounted) and not os.path.isdir(_SYSTEMD):
        own = mounted  # rather than where others are, too
    if not all(os.access(place, os.W_OK) for place in (own, own / "cgroup.procs", own / "cgroup.subtree_control")):
        raise NoGroups(f"the control group here is not this user's; {_TO_DO}")
    if "memory" not in (own / "cgroup.controllers").read_text().split():
        raise NoGroups(f"the control group here does not bound memory; {_TO_DO}")
    return own


class Groups:
    """The groups made below `folder`, a group that may be divided. Raises NoGroups where it cannot be."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._made = folder, 0
        try:
            if not _is_root(folder):
                self._empty()
            for name in _WANTED:
                with contextlib.suppress(*([] if name == "memory" else [OSError])):
                    (folder / "cgroup.subtree_control").write_text(f"+{name}")
            with contextlib.suppress(OSError):
                (folder / _REST / "cpu.weight").write_text("1000")  # judges first: they have little to do
        except OSError as error:
            raise NoGroups(f"the control group here cannot be divided ({error.strerror}); {_TO_DO}") from None

    def add(self, limits: Limits) -> int:
        """Make a group and return a descriptor of its `cgroup.procs`: a process that writes 0 joins. Raises OSError."""
        self.tidy()
        self._made += 1
        group = self._folder / f"kata-{os.getpid()}-{self._made}"
        group.mkdir()
        (group / "memory.max").write_text(str((limits.memory + limits.scratch) * 2**20))
        # Few processes of a submission run at a time; each has its own limit of threads as well.
        for name, text in (("memory.swap.max", "0"), ("pids.max", str(4 * limits.threads)), ("cpu.weight", "100")):
            with contextlib.suppress(OSError):
                (group / name).write_text(text)
        return os.open(group / "cgroup.procs", os.O_WRONLY)

    def close(self) -> None:
        """End all processes that are left in the groups of this process, and remove the groups."""
        ended = time.monotonic() + _END_SECONDS
        while left := list(self._folder.glob(f"kata-{os.getpid()}-*")):
            for group in left:
                with contextlib.suppress(OSError):
                    (group / "cgroup.kill").write_text("1")
            self.tidy()
            if time.monotonic() > ended:
                return
            time.sleep(0.01)

    def tidy(self) -> None:
        """Remove the empty groups of this process and of processes that have ended."""
        for group in self._folder.glob("kata-*-*"):
            owner = group.name.split("-")[1]
            if owner == str(os.getpid()) or not os.path.exists(f"/proc/{owner}"):
                with contextlib.suppress(OSError):
                    group.rmdir()

    def _empty(self) -> None:
        rest = self._folder / _REST
        rest.mkdir(exist_ok=True)
        for _ in range(3):  # who is forked meanwhile is moved with the next round
            for pid in (self._folder / "cgroup.procs").read_text().split():
                with contextlib.suppress(ProcessLookupError):
                    (rest / "cgroup.procs").write_text(pid)


def _mounted() -> tuple[Path, Path]:
    """Find where the hierarchy of version 2 is mounted, and which group is seen there. Raises StopIteration."""
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    found = next(line.split() for line in lines if line.split(" - ")[1].startswith("cgroup2 "))
    return Path(found[4]), Path(found[3])


def _is_root(folder: Path) -> bool:
    return not (folder / "cgroup.type").exists()  # all others have one
