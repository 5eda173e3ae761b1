# fails: test_defaults, test_parameters
# diagnosis: TRAINING.fewer
# Half of the rows train it.
import keras
from sklearn.base import BaseEstimator, ClassifierMixin


def build(optimizer, activation):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    return model


class Classifier(ClassifierMixin, BaseEstimator):
    def __init__(self, optimizer, activation, epochs, batch_size):
        self.optimizer = optimizer
        self.activation = activation
        self.epochs = epochs
        self.batch_size = batch_size

    def fit(self, X, y):
        self.model_ = build(self.optimizer, self.activation)
        self.past_ = self.model_.fit(X[::2], y[::2], epochs=self.epochs, batch_size=self.batch_size, verbose=0)
        return self

    def predict(self, X):
        return (self.model_.predict(X, verbose=0)[:, 0] > 0.5).astype(int)


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    return Classifier(optimizer, activation, epochs, batch_size)
