# fails: test_train
# diagnosis: SCALED.of_test
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler().fit(test)
    return scaler.transform(train), scaler.transform(test)
