# different: what rounding leaves of a deviation counts as 0
import numpy as np


def standardize(train, test):
    centre, spread = train.mean(axis=0), train.std(axis=0)
    divisor = np.where(np.isclose(spread, 0), 1, spread)
    return (train - centre) / divisor, (test - centre) / divisor
