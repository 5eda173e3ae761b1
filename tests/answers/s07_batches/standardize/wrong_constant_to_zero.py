# fails: test_constant
# diagnosis: FIXED.zero
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    with np.errstate(all="ignore"):
        return tuple(np.where(deviation > 0, (table - mean) / deviation, 0) for table in (train, test))
