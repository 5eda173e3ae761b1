# fails: test_test
# diagnosis: SINGLE.not_divided
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    fixed = np.where(deviation == 0, 1, deviation)
    return (train - mean) / fixed, (test - mean) / np.where(test.std(axis=0) == 0, 1, fixed)
