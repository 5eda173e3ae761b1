# fails: test_test
# diagnosis: SCALED.cut
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation == 0] = 1
    return (train - mean) / deviation, np.clip((test - mean) / deviation, -3, 3)
