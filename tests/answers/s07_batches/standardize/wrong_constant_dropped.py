# fails: test_constant
# diagnosis: FIXED.left_out
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    keep = deviation > 0
    return ((train - mean) / deviation.clip(1e-12))[:, keep], ((test - mean) / deviation.clip(1e-12))[:, keep]
