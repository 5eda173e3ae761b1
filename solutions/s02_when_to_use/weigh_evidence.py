"""Does a neural network pay? Look at the evidence: compare it with a plain baseline.

Train a logistic regression (the interpretable baseline) and a small neural network of Keras, each on all rows of the
training split. Return the accuracy of each on the test split, a number in 0..1, under the keys "logistic regression"
and "neural network". The test rows judge at the end: they choose neither an epoch nor anything else. `train` and `test`
are pairs (features, labels); the labels are 0 or 1. Give the network a hidden layer that can bend, such as one with
relu, an output that is a probability, and enough epochs: on two rings of points it should win clearly, and on a table
of tumours neither of the two.

Read: kata book weigh_evidence
"""

import keras
import numpy as np
from sklearn.linear_model import LogisticRegression

Split = tuple[np.ndarray, np.ndarray]


def compare_with_baseline(train: Split, test: Split) -> dict[str, float]:
    """Return the test accuracy of a logistic regression and of a neural network, both trained on `train`."""
    features, labels = train
    baseline = LogisticRegression(max_iter=1000).fit(features, labels)

    network = keras.Sequential()
    network.add(keras.Input(shape=features.shape[1:]))
    network.add(keras.layers.Dense(32, activation="relu"))
    network.add(keras.layers.Dense(1, activation="sigmoid"))
    network.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy", metrics=["accuracy"])
    network.fit(features, labels, epochs=25, batch_size=128, verbose=0)

    return {
        "logistic regression": baseline.score(*test),
        "neural network": network.evaluate(*test, verbose=0, return_dict=True)["accuracy"],
    }
