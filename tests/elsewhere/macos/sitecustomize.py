"""Removes what macOS lacks, as far as Python shows it: put this folder first in PYTHONPATH.

Missing are SEQPACKET for Unix sockets, prctl, /proc, a limit on address space, memfd and CPU affinity; and who forks
once Keras was imported crashes, as its frameworks do there.
"""

import builtins
import ctypes
import io
import os
import resource
import socket
import sys

_pair, _limit, _open, _getattr = socket.socketpair, resource.setrlimit, builtins.open, ctypes.CDLL.__getattr__
_fork = os.fork


def socketpair(family=None, type=socket.SOCK_STREAM, proto=0):
    if type == socket.SOCK_SEQPACKET:
        raise OSError(43, "Protocol not supported")
    return _pair(family or socket.AF_UNIX, type, proto)


def setrlimit(which, limits):
    if which == resource.RLIMIT_AS:
        raise ValueError("current limit exceeds maximum limit")
    return _limit(which, limits)


def open_(file, *args, **kwargs):
    if isinstance(file, (str, os.PathLike)) and os.fspath(file).startswith("/proc/"):
        raise FileNotFoundError(2, "No such file or directory", os.fspath(file))
    return _open(file, *args, **kwargs)


def function(self, name):
    if name == "prctl":
        raise AttributeError(f"dlsym(RTLD_DEFAULT, {name}): symbol not found")
    return _getattr(self, name)


def fork():
    pid = _fork()
    if pid == 0 and "keras" in sys.modules:
        os.abort()
    return pid


socket.socketpair, resource.setrlimit, ctypes.CDLL.__getattr__, os.fork = socketpair, setrlimit, function, fork
builtins.open = io.open = open_
for name in ("sched_getaffinity", "memfd_create", "pipe2"):
    if hasattr(os, name):
        delattr(os, name)
