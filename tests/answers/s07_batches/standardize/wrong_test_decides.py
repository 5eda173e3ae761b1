# fails: test_test
# diagnosis: SINGLE.not_divided
# each table says for itself which columns are constant
import numpy as np


def standardize(train, test):
    centre, spread = train.mean(axis=0), train.std(axis=0)
    return tuple((table - centre) / np.where(np.ptp(table, axis=0) == 0, 1, spread) for table in (train, test))
