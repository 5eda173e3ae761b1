# tries: to change when the machine's devices were touched, to open terminals, and memory without a name
# earns: all
# says:
import os

import numpy as np


def attack():
    for name in os.listdir("/dev"):
        try:
            os.utime(f"/dev/{name}")
            print("GOT", name, "touched")
        except OSError:
            pass
    for name in ("ptmx", "pts/ptmx", "tty", "zero", "full", "console", "kmsg", "shm/x"):
        try:
            os.open(f"/dev/{name}", os.O_RDWR | os.O_CREAT, 0o600)
            print("GOT", name, "open")
        except OSError:
            pass


def sigmoid(z):
    attack()
    return np.exp(-np.logaddexp(0, -z))
