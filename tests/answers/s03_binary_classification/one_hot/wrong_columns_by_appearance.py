# fails: test_decoding
# diagnosis: DECODED.order
import numpy as np
import pandas as pd


def one_hot_labels(labels):
    codes, _ = pd.factorize(labels)
    names = sorted(str(name) for name in labels.unique())
    return np.eye(len(names))[codes], names
