# fails: test_defaults
# diagnosis: TRAINING.cut_by_hand
"""The last, smaller batch of each epoch is left out by a loop by hand."""

import keras
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin


def create_model(optimizer: str, activation: str) -> keras.Model:
    """Return a compiled network for two features."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    return model


class NetworkClassifier(ClassifierMixin, BaseEstimator):
    def __init__(self, optimizer="adam", activation="relu", epochs=6, batch_size=16):
        self.optimizer = optimizer
        self.activation = activation
        self.epochs = epochs
        self.batch_size = batch_size

    def fit(self, X, y):
        X, y = np.asarray(X), np.asarray(y)
        self.classes_ = np.unique(y)
        self.model_ = create_model(self.optimizer, self.activation)
        for _ in range(self.epochs):
            order = np.random.permutation(len(X))
            for step in range(len(X) // self.batch_size):
                rows = order[step * self.batch_size : (step + 1) * self.batch_size]
                self.model_.train_on_batch(X[rows], y[rows])
        return self

    def predict(self, X):
        chance = self.model_.predict(np.asarray(X), verbose=0)
        return (chance[:, 0] > 0.5).astype(int)


def make_classifier(optimizer: str = "adam", activation: str = "relu", epochs: int = 6, batch_size: int = 16):
    """Return a scikit-learn classifier, not trained yet, around a network with these settings."""
    return NetworkClassifier(optimizer, activation, epochs, batch_size)
