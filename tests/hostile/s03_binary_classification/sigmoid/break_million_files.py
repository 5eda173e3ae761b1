# tries: to make a million files, and folders a thousand deep
# earns: all
import os

import numpy as np

made = 0
try:
    for made in range(1_000_000):
        open(f"/scratch/file{made}", "w").close()
except OSError:
    pass
if made > 10_000:
    print("GOT", made)
for number in range(made):
    os.unlink(f"/scratch/file{number}")
place = "/scratch"
try:
    for _ in range(1_500):
        os.mkdir("d")
        os.chdir("d")
except OSError:
    pass
os.chdir("/scratch")


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
