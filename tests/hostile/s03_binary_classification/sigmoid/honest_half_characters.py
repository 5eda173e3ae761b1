# tries: nothing: an honest answer that prints what is half a character, as a broken file name may be
# earns: all
# says:
import numpy as np


def sigmoid(z):
    print("a broken name: \ud800.txt")
    return np.exp(-np.logaddexp(0, -z))
