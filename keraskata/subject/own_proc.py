"""A /proc that shows a walled process itself and nothing else of the machine (proc(5)).

The list names what is shown: its own folder, which the frameworks read, and of the machine the processor's features
and how much memory there is, as it was when the parent started. Live figures would tell of neighbours: their
processes, ticks, memory.
"""

import os
from pathlib import Path

from keraskata.subject.kernel import MS_BIND, MS_RDONLY, MS_REC, MS_REMOUNT, MS_STRICT
from keraskata.subject.kernel import mount as attach

_STILL = ("cpuinfo", "meminfo")
_EMPTY = ("net", "task")  # sockstat counts the machine's sockets, and each thread has such a folder
_COUNTED = (
    "smaps",
    "smaps_rollup",
    "numa_maps",
    "autogroup",
)  # which others map a file, and how many sessions there were
_LINKS = {
    "self": "1",
    "thread-self": "1",
    "mounts": "self/mounts",
}  # the process that sees it is process 1 of its namespace


def prepare(scratch: Path) -> None:
    """Make in `scratch` what all children's /proc have in common; the parent does so once."""
    folder = scratch / "proc"
    (folder / "1").mkdir(parents=True)
    for name in _STILL:
        (folder / name).write_bytes(Path("/proc", name).read_bytes())
    (folder / "nothing").touch()
    for name, target in _LINKS.items():
        (folder / name).symlink_to(target)


def mount(scratch: Path) -> int:
    """Mount it in the child over the parent's; return a writable descriptor of the child's folder."""
    attach("proc", "/proc", "proc", MS_STRICT)
    own = os.open("/proc/1", os.O_PATH | os.O_DIRECTORY)
    place = str(scratch / "proc" / "1")
    _show("/proc/1", place)
    for name in _EMPTY:
        attach("tmpfs", f"{place}/{name}", "tmpfs", MS_STRICT | MS_RDONLY, "size=4k")
    for name in _COUNTED:
        if os.path.exists(f"{place}/{name}"):
            _show(str(scratch / "proc" / "nothing"), f"{place}/{name}")
    _show(str(scratch / "proc"), "/proc", MS_REC)
    return own


def _show(source: str, place: str, more: int = 0) -> None:
    """Show a file or folder at another place, read-only; `more` is MS_REC to take along what is mounted in it.

    Where the place of what all submissions share could be written to, a first look would leave its time there.
    """
    attach(source, place, None, MS_BIND | more)
    attach("none", place, None, MS_REMOUNT | MS_BIND | MS_STRICT | MS_RDONLY)  # a bind does not take these by itself
