# fails: test_clone
# diagnosis: TRAINING.left_out
import keras
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin


class Network(ClassifierMixin, BaseEstimator):
    def __init__(self, optimizer="adam", activation="relu", epochs=6, batch_size=16):
        self.optimizer = optimizer
        self.activation = activation
        self.epochs = epochs
        self.batch_size = batch_size

    def get_params(self, deep=True):
        return {"optimizer": self.optimizer, "epochs": self.epochs, "batch_size": self.batch_size}

    def set_params(self, **settings):
        for name, value in settings.items():
            setattr(self, name, value)
        return self

    def fit(self, X, y):
        self.classes_ = np.array([0, 1])
        hidden = keras.layers.Dense(16, activation=self.activation)
        self.model_ = keras.Sequential([keras.Input((2,)), hidden, keras.layers.Dense(1, activation="sigmoid")])
        self.model_.compile(self.optimizer, "binary_crossentropy", metrics=["accuracy"])
        self.model_.fit(X, y, epochs=self.epochs, batch_size=self.batch_size, verbose=0)
        return self

    def predict(self, X):
        return (self.model_.predict(X, verbose=0).ravel() > 0.5).astype(int)


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    return Network(optimizer, activation, epochs, batch_size)
