# fails: test_train
# says: axis=0, whole table
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(), train.std()
    return (train - mean) / deviation, (test - mean) / deviation
