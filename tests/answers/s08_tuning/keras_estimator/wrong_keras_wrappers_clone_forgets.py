# fails: test_clone
# diagnosis: CLONE.forgets
import keras
from keras.wrappers import SKLearnClassifier


def create_model(X, y, optimizer, activation):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(2, activation="softmax"))
    model.compile(optimizer=optimizer, loss="categorical_crossentropy", metrics=["accuracy"])
    return model


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    return SKLearnClassifier(
        create_model,
        model_kwargs={"optimizer": optimizer, "activation": activation},
        fit_kwargs={"epochs": epochs, "batch_size": batch_size, "verbose": 0},
    )
