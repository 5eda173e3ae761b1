# fails: test_shapes
# diagnosis: expect.CALL.no_return
import numpy as np


def standardize(train, test):
    deviation = train.std(axis=0)
    deviation[deviation == 0] = 1
    train = (train - train.mean(axis=0)) / deviation
    test = (test - train.mean(axis=0)) / deviation
