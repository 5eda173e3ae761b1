# different: columns in the order of appearance, by factorize; whole numbers
import numpy as np
import pandas as pd


def one_hot_labels(s):
    codes, uniques = pd.factorize(s)
    out = np.zeros((codes.size, len(uniques)), dtype=int)
    out[np.arange(codes.size), codes] = 1
    return out, uniques.astype(str).tolist()
