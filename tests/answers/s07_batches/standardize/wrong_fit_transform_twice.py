# fails: test_test
# says: own mean and deviation
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler()
    return scaler.fit_transform(train), scaler.fit_transform(test)
