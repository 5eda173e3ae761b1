# fails: test_train
# diagnosis: SCALED.min_max
import numpy as np


def standardize(train, test):
    low, high = train.min(axis=0), train.max(axis=0)
    spread = np.where(high == low, 1, high - low)
    return (train - low) / spread, (test - low) / spread
