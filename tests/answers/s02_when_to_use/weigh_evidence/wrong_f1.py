# fails: test_unseen_rows
# diagnosis: MEASURE.otherwise
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.preprocessing import StandardScaler


def network_of(x, y, units=24):
    network = keras.Sequential([keras.Input((x.shape[1],))])
    network.add(keras.layers.Dense(units, "relu"))
    network.add(keras.layers.Dense(1, "sigmoid"))
    network.compile(keras.optimizers.Adam(0.02), "binary_crossentropy")
    network.fit(x, y, epochs=25, batch_size=64, verbose=0)
    return network


def compare_with_baseline(train, test):
    scaler = StandardScaler().fit(train[0])
    (x, y), rows = (scaler.transform(train[0]), train[1]), scaler.transform(test[0])
    guesses = network_of(x, y).predict(rows, verbose=0).ravel() > 0.5
    return {
        "logistic regression": f1_score(test[1], LogisticRegression().fit(x, y).predict(rows)),
        "neural network": f1_score(test[1], guesses),
    }
