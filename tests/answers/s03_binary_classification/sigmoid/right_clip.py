# different: clipped far out, where nothing changes any more
import numpy as np


def sigmoid(x):
    safe = np.clip(x, -500, 500)
    return 1 / (1 + np.exp(-safe))
