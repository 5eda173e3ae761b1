# fails: test_test
# diagnosis: SCALED.as_it_came
from sklearn.preprocessing import StandardScaler


def standardize(train, test):
    scaled = StandardScaler().fit_transform(train)
    return scaled, StandardScaler().fit(scaled).transform(test)
