# fails: test_train, test_test
# diagnosis: SCALED.more
# as batch normalization does
import numpy as np


def standardize(train, test):
    centre, variance = train.mean(axis=0), train.var(axis=0)
    divisor = np.where(np.ptp(train, axis=0) == 0, 1, np.sqrt(variance + 1e-3))
    return (train - centre) / divisor, (test - centre) / divisor
