# fails: test_whole_numbers
# diagnosis: SIZES.cut
import numpy as np


def standardize(train, test):
    new_train, new_test = np.zeros_like(train), np.zeros_like(test)
    for i in range(train.shape[1]):
        mean, deviation = train[:, i].mean(), train[:, i].std() or 1
        new_train[:, i] = (train[:, i] - mean) / deviation
        new_test[:, i] = (test[:, i] - mean) / deviation
    return new_train, new_test
