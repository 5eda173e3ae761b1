# fails: test_train, test_test
# diagnosis: SCALED.together
import numpy as np
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler().fit(np.vstack([train, test]))
    return scaler.transform(train), scaler.transform(test)
