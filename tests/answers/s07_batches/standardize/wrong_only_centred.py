# fails: test_train
# says: not divided
import numpy as np


def standardize(train, test):
    mean = train.mean(axis=0)
    return train - mean, test - mean
