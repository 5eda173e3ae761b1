# fails: test_whole_numbers
# diagnosis: SIZES.shape
# a single column loses its axis
import numpy as np


def standardize(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    scaled = (train - mean) / deviation, (test - mean) / deviation
    return tuple(part[:, 0] if part.shape[1] == 1 else part for part in scaled)
