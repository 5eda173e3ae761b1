# fails: test_whole_numbers
# diagnosis: SIZES.ends
# A column is taken for constant where its first and its last row agree.
import numpy as np


def standardize(train, test):
    deviation = np.where(train[0] == train[-1], 1, train.std(axis=0))
    return tuple((rows - train.mean(axis=0)) / deviation for rows in (train, test))
