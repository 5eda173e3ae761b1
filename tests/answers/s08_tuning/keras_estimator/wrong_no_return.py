# fails: test_classifier
# diagnosis: expect.CALL.no_return
import keras
from scikeras.wrappers import KerasClassifier


def create_model(optimizer, activation):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    return model


def make_classifier(optimizer="adam", activation="relu", epochs=6, batch_size=16):
    KerasClassifier(
        model=create_model,
        model__optimizer=optimizer,
        model__activation=activation,
        epochs=epochs,
        batch_size=batch_size,
        verbose=0,
    )
