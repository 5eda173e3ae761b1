"""What the system under us can do with processes: found by trying, not by names alone."""

import ctypes
import os
import socket
import subprocess
import sys
from functools import cache
from typing import Any


def can_fork() -> bool:
    """Return whether a process with Keras in it can be forked here, and be given sockets."""
    return not lacks()


@cache
def lacks() -> str:
    """Return what is missing here for `can_fork`, as half a sentence; "" where nothing is."""
    if sys.platform in ("darwin", "win32"):  # a fork after Apple's frameworks have started threads ends in a crash
        return f"this is {'macOS' if sys.platform == 'darwin' else 'Windows'}"
    if not (hasattr(os, "fork") and hasattr(socket, "send_fds")):
        return "this system does not fork"
    try:
        for end in socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET):
            end.close()
    except OSError:
        return "this system has no SEQPACKET sockets"
    if not hasattr(ctypes.CDLL(None), "prctl"):
        return "this system has no prctl"
    return "" if os.path.exists("/proc/self/statm") else "this system has no /proc"


def start(command: list[str], **options: Any) -> "subprocess.Popen[bytes]":
    """Start a process that Ctrl-C in the terminal does not reach, with what it starts itself."""
    flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.Popen(command, start_new_session=True, creationflags=flags, **options)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process of `start`, whatever it is doing, and where the system knows groups all that it has started."""
    try:
        if process.returncode is not None:
            return  # its number may be another's by now
        if hasattr(os, "killpg"):
            os.killpg(process.pid, 9)
        else:
            process.terminate()  # on Windows there is no way to refuse it
    except (ProcessLookupError, PermissionError):  # macOS says the latter of one that has ended
        pass
    process.wait()
