# fails: test_constant
# diagnosis: FIXED.replaced
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return np.nan_to_num((train - mean) / deviation), np.nan_to_num((test - mean) / deviation)
