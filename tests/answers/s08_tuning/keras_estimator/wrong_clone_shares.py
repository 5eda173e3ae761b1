# fails: test_clone
# diagnosis: CLONE.shares
# wrong: a clone shares its settings with the original, and set_params changes them in place for both
import keras
import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin


class DictClassifier(ClassifierMixin, BaseEstimator):
    def __init__(self, settings):
        self.settings = settings

    def get_params(self, deep=True):
        return self.settings

    def set_params(self, **params):
        self.settings.update(params)
        return self

    def __sklearn_clone__(self):
        return DictClassifier(self.settings)

    def fit(self, X, y):
        chosen = self.settings
        self.classes_ = np.array([0, 1])
        self.model_ = keras.Sequential(
            [
                keras.Input((2,)),
                keras.layers.Dense(16, activation=chosen["activation"]),
                keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        self.model_.compile(optimizer=chosen["optimizer"], loss="binary_crossentropy", metrics=["accuracy"])
        self.model_.fit(X, y, epochs=chosen["epochs"], batch_size=chosen["batch_size"], verbose=0)
        return self

    def predict(self, X):
        return (self.model_.predict(X, verbose=0).ravel() > 0.5).astype("int64")


def make_classifier(optimizer: str = "adam", activation: str = "relu", epochs: int = 6, batch_size: int = 16):
    """Return a scikit-learn classifier, not trained yet, around a network with these settings."""
    return DictClassifier(
        {"optimizer": optimizer, "activation": activation, "epochs": epochs, "batch_size": batch_size}
    )
