"""Calls of Linux that the walls need and Python lacks; an error is an OSError that says what was asked."""

import ctypes
import os

NEWNS, NEWIPC, NEWUSER, NEWPID = 0x20000, 0x08000000, 0x10000000, 0x20000000
MS_RDONLY, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 32, 4096, 0x4000, 0x40000
MS_STRICT = 2 | 4 | 8  # no setuid, no devices, no programs
libc = ctypes.CDLL(None, use_errno=True)


def mount(source: str, target: str, kind: str | None, flags: int, options: str | None = None) -> None:
    """Attach a file system to a folder (mount(2))."""
    coded = [text.encode() if text is not None else None for text in (source, target, kind, options)]
    check(libc.mount(coded[0], coded[1], coded[2], ctypes.c_ulong(flags), coded[3]), f"mount {target}")


def unshare(what: int) -> None:
    """Go on in new namespaces of these kinds (unshare(2))."""
    check(libc.unshare(what), "unshare")


def control(what: int, value: int) -> None:
    """Change an attribute of this process, as prctl(2) does."""
    check(libc.prctl(what, value, 0, 0, 0), "prctl")


def check(status: int, what: str) -> None:
    """Raise OSError where a call did not end well."""
    if status != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
