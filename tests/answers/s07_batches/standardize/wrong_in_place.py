# fails: test_leaves_alone
# diagnosis: expect.CALL.changed
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation == 0] = 1
    for table in (train, test):
        np.subtract(table, mean, out=table, casting="unsafe")
        np.divide(table, deviation, out=table, casting="unsafe")
    return train, test
