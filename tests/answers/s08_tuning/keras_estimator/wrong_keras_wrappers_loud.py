# fails: test_silent
# diagnosis: SILENT.bars
import keras
from keras.wrappers import SKLearnClassifier


def create_model(X, y, optimizer, activation):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(2, activation="softmax"))
    model.compile(optimizer=optimizer, loss="categorical_crossentropy", metrics=["accuracy"])
    return model


class Classifier(SKLearnClassifier):
    """A clone of it keeps fit_kwargs."""

    def __sklearn_clone__(self):
        return Classifier(self.model, self.warm_start, dict(self.model_kwargs), dict(self.fit_kwargs))


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    return Classifier(
        create_model,
        model_kwargs={"optimizer": optimizer, "activation": activation},
        fit_kwargs={"epochs": epochs, "batch_size": batch_size},
    )
