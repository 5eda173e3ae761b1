# tries: to write wherever it can, and to change what others will run
# earns: all
import os

import numpy as np

import keraskata

ROOT = os.path.dirname(keraskata.__file__)
for place in (
    ROOT,
    os.path.dirname(ROOT),
    os.path.dirname(np.__file__),
    "/",
    "/tmp",
    "/var/tmp",
    "/usr/lib",
    "/etc",
    "/dev",
    "/dev/shm",
    "/sys",
    os.path.dirname(os.__file__),
):
    try:
        with open(os.path.join(place, "kata-was-here"), "w") as file:
            file.write("x")
        print("GOT to write in", place)
    except OSError:
        pass
for name in (np.__file__, keraskata.__file__):
    try:
        with open(name, "a") as file:
            file.write("\n")
        print("GOT to change", name)
    except OSError:
        pass


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
