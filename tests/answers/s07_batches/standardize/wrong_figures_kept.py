# fails: test_whole_numbers
# diagnosis: SIZES.kept
# The figures are those of the first train of this shape.
import numpy as np

known = {}


def standardize(train, test):
    if train.shape not in known:
        deviation = train.std(axis=0)
        known[train.shape] = train.mean(axis=0), deviation + (deviation == 0)
    mean, deviation = known[train.shape]
    return (train - mean) / deviation, (test - mean) / deviation
