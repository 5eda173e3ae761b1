# fails: test_train
# diagnosis: SCALED.only_centred
import numpy as np


def standardize(train, test):
    mean = train.mean(axis=0)
    return train - mean, test - mean
