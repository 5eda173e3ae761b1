# fails: test_clone
# diagnosis: TRAINING.around
import keras
from scikeras.wrappers import KerasClassifier


def create_model(optimizer: str, activation: str) -> keras.Model:
    """Return a compiled network for two features."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    return model


def make_classifier(optimizer: str = "adam", activation: str = "relu", epochs: int = 6, batch_size: int = 16):
    """Return a scikit-learn classifier, not trained yet, around a network with these settings."""

    def build(**unused):
        return create_model(optimizer, activation)

    return KerasClassifier(
        model=build,
        model__optimizer=optimizer,
        model__activation=activation,
        epochs=epochs,
        batch_size=batch_size,
        verbose=0,
    )
