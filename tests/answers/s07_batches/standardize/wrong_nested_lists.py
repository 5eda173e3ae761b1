# fails: test_whole_numbers
# says: is an array, a list
import numpy as np


def standardize(train, test):
    mean, std = train.mean(axis=0), train.std(axis=0)
    std = np.where(std == 0, 1, std)
    return ((train - mean) / std).tolist(), ((test - mean) / std).tolist()
