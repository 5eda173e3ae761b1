# fails: test_shapes
# diagnosis: ANSWER.one
import numpy as np
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler().fit(train)
    return scaler.transform(np.vstack([train, test]))
