# fails: test_parameters
# diagnosis: expect.ROWS.left_out
import keras
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin


class Net(ClassifierMixin, BaseEstimator):
    def __init__(self, optimizer="adam", activation="relu", epochs=6, batch_size=16):
        self.optimizer = optimizer
        self.activation = activation
        self.epochs = epochs
        self.batch_size = batch_size

    def _build(self):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation=self.activation)])
        model.add(keras.layers.Dense(1, activation="sigmoid"))
        model.compile(optimizer=self.optimizer, loss="binary_crossentropy", metrics=["accuracy"])
        return model

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        self.model_ = self._build()
        X, y = np.concatenate([X[: len(X) * 3 // 4], X[: len(X) - len(X) * 3 // 4]]), np.concatenate([y[: len(X) * 3 // 4], y[: len(X) - len(X) * 3 // 4]])
        self.model_.fit(X, y, epochs=self.epochs, batch_size=self.batch_size, verbose=0)
        return self

    def predict(self, X):
        return (self.model_.predict(X, verbose=0)[:, 0] > 0.5).astype(int)


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    return Net(optimizer, activation, epochs, batch_size)
