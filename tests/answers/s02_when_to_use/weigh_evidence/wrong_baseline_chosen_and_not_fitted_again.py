# fails: test_training_rows
# diagnosis: TRAINED.left_out
import keras
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
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
    most_x, rest_x, most_y, rest_y = train_test_split(x, y, test_size=0.25, random_state=0, stratify=y)
    lines = [LogisticRegression(C=c).fit(most_x, most_y) for c in (0.1, 1, 10)]
    line = max(lines, key=lambda line: line.score(rest_x, rest_y))
    guesses = network_of(x, y).predict(rows, verbose=0).ravel() > 0.5
    return {"logistic regression": line.score(rows, test[1]), "neural network": float(np.mean(guesses == test[1]))}
