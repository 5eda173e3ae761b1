# tries: to leave a process behind that outlives the grading
# earns: all
import multiprocessing
import os

import numpy as np

try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                pass
        os._exit(0)
    print("GOT a process")
except OSError:
    pass
try:
    multiprocessing.get_context("fork").Process(target=print, daemon=False).start()
    print("GOT another one")
except OSError:
    pass


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
