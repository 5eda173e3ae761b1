# fails: test_train, test_test
# diagnosis: SCALED.added
# the mean is added
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return (train + mean) / deviation, (test + mean) / deviation
