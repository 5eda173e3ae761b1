# fails: test_train, test_test
# diagnosis: SCALED.by_one_less
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0, ddof=1)
    deviation[deviation == 0] = 1
    return (train - mean) / deviation, (test - mean) / deviation
