# tries: to see the judge, its siblings and everybody else in /proc
# earns: all
import os

import numpy as np

pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
for pid in pids:
    for name in ("cwd", "exe", "root", "environ", "maps", "fd", "mem", "stack", "auxv"):
        place = f"/proc/{pid}/{name}"
        try:
            if name in ("cwd", "exe", "root"):
                found = os.readlink(place)
            elif name == "fd":
                found = os.open(f"{place}/{os.listdir(place)[-1]}", os.O_RDONLY)
            else:
                found = open(place, "rb").read(1)
        except OSError:
            continue
        if os.getpid() != 1 or pid != int(os.readlink("/proc/self")):
            print("GOT", place, str(found)[:50])


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
