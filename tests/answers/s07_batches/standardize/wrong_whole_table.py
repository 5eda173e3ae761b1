# fails: test_train
# diagnosis: SCALED.whole_table
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(), train.std()
    return (train - mean) / deviation, (test - mean) / deviation
