# fails: test_test
# diagnosis: SCALED.mean_of_test
import numpy as np


def standardize(train, test):
    deviation = train.std(axis=0)
    deviation[deviation == 0] = 1
    return (train - train.mean(axis=0)) / deviation, (test - test.mean(axis=0)) / deviation
