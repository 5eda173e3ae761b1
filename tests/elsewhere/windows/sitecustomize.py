"""Removes what Windows lacks, as far as Python shows it: put this folder first in PYTHONPATH.

Missing are fork, Unix sockets, alarms, process groups, /proc, descriptors for a child, open(2)'s safer flags, and the
modules of POSIX (these for the kit's own code only, for other packages know on what they stand).
"""

import builtins
import contextlib
import ctypes
import io
import os
import signal
import socket
import subprocess
import sys
import time

with contextlib.suppress(ImportError):
    import psutil  # noqa: F401  # Keras imports it, and it looks at its system with care

_ABSENT = {"resource", "fcntl", "termios", "tty", "pwd", "grp", "pty", "pyseccomp"}
_import, _open, _Popen_init, _CDLL_init = (
    builtins.__import__,
    builtins.open,
    subprocess.Popen.__init__,
    ctypes.CDLL.__init__,
)


def _is_the_kits(names) -> bool:
    return (names or {}).get("__name__", "").startswith("keraskata")


def import_(name, globals=None, locals=None, fromlist=(), level=0):
    if name.split(".")[0] in _ABSENT and level == 0 and _is_the_kits(globals):
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    return _import(name, globals, locals, fromlist, level)


def open_(file, *args, **kwargs):
    if isinstance(file, (str, os.PathLike)) and os.fspath(file).startswith("/proc/"):
        raise FileNotFoundError(2, "No such file or directory", os.fspath(file))
    return _open(file, *args, **kwargs)


def start(self, *args, pass_fds=(), preexec_fn=None, **kwargs):
    if pass_fds or preexec_fn:
        raise ValueError("pass_fds and preexec_fn are not supported on Windows platforms")
    _Popen_init(self, *args, **kwargs)


def library(self, name, *args, **kwargs):
    if name is None and _is_the_kits(sys._getframe(1).f_globals):
        raise TypeError("LoadLibrary() argument 1 must be str, not None")
    _CDLL_init(self, name, *args, **kwargs)


def socketpair(family=socket.AF_INET, type=socket.SOCK_STREAM, proto=0):
    """Python's own, for systems without them: over the loopback network."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ours = socket.create_connection(listener.getsockname())
        return ours, listener.accept()[0]


builtins.__import__ = import_
builtins.open = io.open = open_
subprocess.Popen.__init__, ctypes.CDLL.__init__, socket.socketpair = start, library, socketpair
subprocess.Popen.kill = subprocess.Popen.terminate
for module, names in (
    (os, ("fork", "forkpty", "killpg", "setsid", "mkfifo", "chown", "getpgid", "O_NOFOLLOW")),
    (os, ("O_DIRECTORY", "O_NONBLOCK", "O_CLOEXEC", "WNOHANG", "memfd_create", "sched_getaffinity")),
    (
        signal,
        ("SIGALRM", "SIGKILL", "SIGHUP", "SIGSTOP", "setitimer", "ITIMER_REAL", "pthread_sigmask", "siginterrupt"),
    ),
    (socket, ("AF_UNIX", "send_fds", "recv_fds")),
    (time, ("tzset",)),
):
    for name in names:
        if hasattr(module, name):
            delattr(module, name)
