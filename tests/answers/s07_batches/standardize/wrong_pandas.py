# fails: test_train, test_test
# diagnosis: SCALED.by_one_less
import pandas as pd


def standardize(train, test):
    train, test = pd.DataFrame(train), pd.DataFrame(test)
    mean, deviation = train.mean(), train.std().replace(0, 1)
    return ((train - mean) / deviation).to_numpy(), ((test - mean) / deviation).to_numpy()
