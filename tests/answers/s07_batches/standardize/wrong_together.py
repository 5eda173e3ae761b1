# fails: test_train, test_test
# diagnosis: SCALED.together
import numpy as np


def standardize(train, test):
    both = np.concatenate([train, test])
    mean, deviation = both.mean(axis=0), both.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (train - mean) / deviation, (test - mean) / deviation
