# fails: test_training_rows
# diagnosis: KEPT.kept
import functools

import keras
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

Split = tuple[np.ndarray, np.ndarray]


@functools.cache
def _network(n_features):
    """Return the compiled network for rows of that many numbers."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(16, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
    return model


def compare_with_baseline(train: Split, test: Split) -> dict[str, float]:
    """Return the test accuracy of a logistic regression and of a neural network, both trained on `train`."""
    x_train, y_train = train
    x_test, y_test = test
    scaler = StandardScaler().fit(x_train)
    x_train, x_test = scaler.transform(x_train), scaler.transform(x_test)

    baseline = LogisticRegression(max_iter=1000)
    baseline.fit(x_train, y_train)

    model = _network(x_train.shape[1])
    model.fit(x_train, y_train, epochs=40, batch_size=128, verbose=0)
    _, accuracy = model.evaluate(x_test, y_test, verbose=0)

    return {
        "logistic regression": float(baseline.score(x_test, y_test)),
        "neural network": float(accuracy),
    }
