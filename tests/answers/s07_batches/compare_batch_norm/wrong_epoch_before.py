# fails: test_validation
# diagnosis: expect.FIT.again
import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]

SEED = 1


def build_network(n_features: int, batch_norm: bool) -> keras.Model:
    """Return a compiled network; it starts from the same seed each time."""
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(16, activation="relu"))
    if batch_norm:
        model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


def compare_batch_norm(train: Split, validation: Split, epochs: int) -> dict[str, list[float]]:
    """Return the validation losses of the plain network and of the one with batch normalization."""
    losses = {}
    for name, batch_norm in (("plain", False), ("batch norm", True)):
        model = build_network(train[0].shape[1], batch_norm)
        model.fit(*train, verbose=0, epochs=int(batch_norm)) if batch_norm else None
        history = model.fit(*train, validation_data=validation, epochs=epochs, verbose=0)
        losses[name] = history.history["val_loss"]
    return losses
