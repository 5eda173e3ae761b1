# fails: test_train
# says: mean and deviation of test
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaler = StandardScaler().fit(test)
    return scaler.transform(train), scaler.transform(test)
