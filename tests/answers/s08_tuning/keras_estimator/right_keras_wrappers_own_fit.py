# different: keras.wrappers.SKLearnClassifier, all settings in model_kwargs, which its clones keep
import keras
from keras import layers


def build(X, y, optimizer, activation, **rest):
    classes = y.shape[1]
    model = keras.Sequential(
        [keras.Input(X.shape[1:]), layers.Dense(12, activation=activation), layers.Dense(classes, activation="softmax")]
    )
    model.compile(optimizer, "categorical_crossentropy", metrics=["categorical_accuracy"])
    return model


class Tunable(keras.wrappers.SKLearnClassifier):
    def fit(self, X, y):
        epochs, batch_size = self.model_kwargs["epochs"], self.model_kwargs["batch_size"]
        return super().fit(X, y, epochs=epochs, batch_size=batch_size, verbose=0)


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    settings = dict(optimizer=optimizer, activation=activation, epochs=epochs, batch_size=batch_size)
    return Tunable(model=build, model_kwargs=settings)
