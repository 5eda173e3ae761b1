# fails: test_test
# diagnosis: SCALED.deviation_of_test
import numpy as np


def standardize(train, test):
    mean, deviation, own = train.mean(axis=0), train.std(axis=0), test.std(axis=0)
    deviation[deviation == 0] = 1
    own[own == 0] = 1
    return (train - mean) / deviation, (test - mean) / own
