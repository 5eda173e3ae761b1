# fails: test_train
# diagnosis: SCALED.not_centred
import numpy as np


def standardize(train, test):
    deviation = train.std(axis=0)
    deviation[deviation == 0] = 1
    return train / deviation, test / deviation
