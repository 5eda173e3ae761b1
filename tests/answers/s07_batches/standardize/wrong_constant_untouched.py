# fails: test_constant
# diagnosis: FIXED.not_centred
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    constant = deviation == 0
    mean[constant], deviation[constant] = 0, 1
    return (train - mean) / deviation, (test - mean) / deviation
