# fails: test_test
# diagnosis: SCALED.as_it_came
import numpy as np


def standardize(train, test):
    deviation = train.std(axis=0)
    deviation[deviation == 0] = 1
    return (train - train.mean(axis=0)) / deviation, test
