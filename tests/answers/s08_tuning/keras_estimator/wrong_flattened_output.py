# fails: test_compiled
# diagnosis: expect.OUTPUT.changed
# something behind sigmoid changes what it gives
import keras
from scikeras.wrappers import KerasClassifier


def create_model(optimizer: str, activation: str) -> keras.Model:
    """Return a compiled network for two features."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(2,)))
    model.add(keras.layers.Dense(16, activation=activation))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.add(keras.layers.Rescaling(0.9, offset=0.05))
    model.compile(optimizer=optimizer, loss="binary_crossentropy", metrics=["accuracy"])
    return model


def make_classifier(
    optimizer: str = "adam", activation: str = "relu", epochs: int = 6, batch_size: int = 16
) -> KerasClassifier:
    """Return a scikit-learn classifier, not trained yet, around a network with these settings."""
    # A plain `optimizer` would stay with SciKeras, which only uses it for models that are not compiled.
    return KerasClassifier(
        model=create_model,
        model__optimizer=optimizer,
        model__activation=activation,
        epochs=epochs,
        batch_size=batch_size,
        verbose=0,
    )
