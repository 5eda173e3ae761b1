# fails: test_test
# diagnosis: SCALED.of_test
import numpy as np


def standardize(train, test):
    deviation = train.std(axis=0)
    deviation[deviation == 0] = 1
    own = test.std(axis=0)
    own[own == 0] = 1
    return (train - train.mean(axis=0)) / deviation, (test - test.mean(axis=0)) / own
