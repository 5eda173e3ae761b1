# fails: test_constant
# diagnosis: SMALL.not_divided
import numpy as np


def standardize(train, test):
    centre, spread = train.mean(axis=0), train.std(axis=0)
    spread = np.where(spread > 0.0001, spread, 1)
    return (train - centre) / spread, (test - centre) / spread
