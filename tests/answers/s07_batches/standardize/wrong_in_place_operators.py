# fails: test_leaves_alone
# diagnosis: expect.CALL.changed
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation == 0] = 1
    train -= mean
    train /= deviation
    test -= mean
    test /= deviation
    return train, test
