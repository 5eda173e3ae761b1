# fails: test_constant
# diagnosis: FIXED.tiny
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return (train - mean) / (deviation + 1e-8), (test - mean) / (deviation + 1e-8)
