# fails: test_whole_numbers
# diagnosis: expect.CALL.no_array
import numpy as np


def standardize(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return ((train - mean) / std).tolist(), ((test - mean) / std).tolist()
