# fails: test_train
# diagnosis: SCALED.brackets
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation == 0] = 1
    return train - mean / deviation, test - mean / deviation
