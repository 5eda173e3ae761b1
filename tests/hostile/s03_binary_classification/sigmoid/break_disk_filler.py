# tries: to fill the disk, by one file and by many, and to allocate without writing
# earns: all
import os

import numpy as np

written = 0
for number in range(100):
    try:
        with open(f"/scratch/fill{number}", "wb") as file:
            for _ in range(64):
                written += file.write(b"x" * 2**20)
                file.flush()
    except OSError:
        break
if written > 200 * 2**20:
    print("GOT", written)
try:
    with open("/scratch/sparse", "wb") as file:
        os.posix_fallocate(file.fileno(), 0, 2**40)
    print("GOT a terabyte")
except OSError:
    pass


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
