# fails: test_test
# diagnosis: SCALED.of_test
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler()
    return scaler.fit_transform(train), scaler.fit_transform(test)
