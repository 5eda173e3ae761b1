# fails: test_kind
# diagnosis: TAKEN_FOR.regressor
import keras
import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin


def create_model(optimizer, activation):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    return model


class Network(RegressorMixin, BaseEstimator):
    def __init__(self, optimizer, activation, epochs, batch_size):
        self.optimizer = optimizer
        self.activation = activation
        self.epochs = epochs
        self.batch_size = batch_size

    def fit(self, features, labels):
        self.classes_ = np.unique(labels)
        self.model_ = create_model(self.optimizer, self.activation)
        self.model_.fit(features, labels, epochs=self.epochs, batch_size=self.batch_size, verbose=0)
        return self

    def predict(self, features):
        probabilities = self.model_.predict(features, verbose=0)[:, 0]
        return (probabilities > 0.5).astype(int)

    def score(self, features, labels):
        return float(np.mean(self.predict(features) == labels))


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    return Network(optimizer, activation, epochs, batch_size)
