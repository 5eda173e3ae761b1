# fails: test_shapes
# diagnosis: ANSWER.single
import numpy as np


def standardize(train, test):
    deviation = train.std(axis=0)
    deviation[deviation == 0] = 1
    return (train - train.mean(axis=0)) / deviation
