"""As a script: make system calls behind the real filter, in processes of their own, and print what each got.

It reads [[number, [six arguments]], ...] as JSON, and prints a list with the name of an error each, "0" where there was
none, and "ended" where the process ended; then another one goes on behind that call.
"""

import ctypes
import errno
import json
import os
import sys

from keraskata.subject import system_calls

PROGRAM = system_calls.compiled()


def got(calls: list[tuple[int, list[int]]]) -> list[str]:
    """What these calls got, up to one that ended the process."""
    answer, written = os.pipe()
    pid = os.fork()
    if pid == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        libc.syscall.restype = ctypes.c_long
        system_calls.apply(PROGRAM)
        for number, arguments in calls:
            failed = libc.syscall(*map(ctypes.c_long, (number, *arguments))) == -1
            found = ctypes.get_errno() if failed else 0
            os.write(written, errno.errorcode.get(found, str(found)).encode() + b"\n")
        os._exit(0)
    os.close(written)
    with os.fdopen(answer) as file:
        said = file.read().split()
    os.waitpid(pid, 0)
    return said if len(said) == len(calls) else [*said, "ended"]


if __name__ == "__main__":
    calls, said = json.load(sys.stdin), []
    while len(said) < len(calls):
        said += got(calls[len(said) :])
    print(json.dumps(said))
