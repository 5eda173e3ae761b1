# fails: test_defaults, test_parameters
# diagnosis: TRAINING.rounds
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


class NetClassifier(ClassifierMixin, BaseEstimator):
    def __init__(self, optimizer="adam", activation="relu", epochs=6, batch_size=16):
        self.optimizer = optimizer
        self.activation = activation
        self.epochs = epochs
        self.batch_size = batch_size

    def fit(self, X, y):
        X, y = np.asarray(X), np.asarray(y)
        self.classes_ = np.unique(y)
        self.model_ = create_model(self.optimizer, self.activation)
        for epoch in range(1, self.epochs):
            self.model_.fit(X, y, epochs=1, batch_size=self.batch_size, verbose=0)
        return self

    def predict(self, X):
        probabilities = self.model_.predict(np.asarray(X), verbose=0)
        return (probabilities[:, 0] > 0.5).astype(int)


def make_classifier(optimizer: str = "adam", activation: str = "relu", epochs: int = 6, batch_size: int = 16):
    """Return a scikit-learn classifier, not trained yet, around a network with these settings."""
    return NetClassifier(optimizer, activation, epochs, batch_size)
