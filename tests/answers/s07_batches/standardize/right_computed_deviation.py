# different: the usual guard, in place
import numpy as np


def standardize(train, test):
    centre, spread = train.mean(axis=0), train.std(axis=0)
    spread[spread == 0] = 1
    return (train - centre) / spread, (test - centre) / spread
