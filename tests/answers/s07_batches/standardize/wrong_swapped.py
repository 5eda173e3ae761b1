# fails: test_shapes
# diagnosis: SHAPES.swapped
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler().fit(train)
    return scaler.transform(test), scaler.transform(train)
