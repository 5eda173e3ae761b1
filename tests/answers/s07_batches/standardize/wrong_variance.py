# fails: test_train
# diagnosis: SCALED.variance
import numpy as np


def standardize(train, test):
    mean, variance = train.mean(axis=0), train.var(axis=0)
    variance[variance == 0] = 1
    return (train - mean) / variance, (test - mean) / variance
