# different: a class of one's own around a subclassed model, any labels, predictions by a direct call
import keras
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.metrics import accuracy_score


class Net(keras.Model):
    def __init__(self, activation):
        super().__init__()
        self.first = keras.layers.Dense(16, activation=activation)
        self.drop = keras.layers.Dropout(0.1)
        self.last = keras.layers.Dense(2, activation="softmax")

    def call(self, points):
        return self.last(self.drop(self.first(points)))


class Estimator(BaseEstimator):
    _estimator_type = "classifier"

    def __init__(self, optimizer="adam", activation="relu", epochs=6, batch_size=16):
        self.optimizer, self.activation = optimizer, activation
        self.epochs, self.batch_size = epochs, batch_size

    def fit(self, X, y):
        self.classes_, codes = np.unique(y, return_inverse=True)
        self.model_ = Net(self.activation)
        self.model_.compile(self.optimizer, keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
        for _ in range(self.epochs):
            self.model_.fit(X, codes, batch_size=self.batch_size, verbose=0)

    def predict(self, X):
        answers = keras.ops.convert_to_numpy(self.model_(np.asarray(X, "float32"), training=False))
        return self.classes_[answers.argmax(axis=1)]

    def score(self, X, y):
        return accuracy_score(y, self.predict(X))


make_classifier = Estimator
