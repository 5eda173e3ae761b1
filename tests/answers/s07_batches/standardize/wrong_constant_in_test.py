# fails: test_test
# diagnosis: SINGLE.not_divided
# a single row has the deviation nan here, which is not 0
import numpy as np


def standardize(train, test):
    centre = train.mean(axis=0)

    def scaled(table):
        constant = (table.std(axis=0, ddof=1) == 0) | (np.ptp(train, axis=0) == 0)
        return (table - centre) / np.where(constant, 1, train.std(axis=0))

    return scaled(train), scaled(test)
