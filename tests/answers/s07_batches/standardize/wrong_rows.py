# fails: test_train
# diagnosis: SCALED.row_by_row
import numpy as np


def standardize(train, test):
    def scaled(table):
        mean, deviation = table.mean(axis=1, keepdims=True), table.std(axis=1, keepdims=True)
        return (table - mean) / deviation

    return scaled(train), scaled(test)
