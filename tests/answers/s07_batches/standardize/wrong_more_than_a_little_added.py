# fails: test_train, test_test
# diagnosis: SCALED.more
import numpy as np


def standardize(train, test):
    centre, spread = train.mean(axis=0), train.std(axis=0)
    divisor = np.where(np.ptp(train, axis=0) == 0, 1, spread + 1e-3)
    return (train - centre) / divisor, (test - centre) / divisor
