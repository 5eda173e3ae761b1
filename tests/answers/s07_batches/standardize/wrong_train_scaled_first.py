# fails: test_test
# diagnosis: SCALED.not_centred
import numpy as np


def standardize(train, test):
    deviation = np.where(train.std(axis=0) == 0, 1, train.std(axis=0))
    train = (train - train.mean(axis=0)) / deviation
    return train, (test - train.mean(axis=0)) / deviation
