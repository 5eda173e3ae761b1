# fails: test_batch_norm
# diagnosis: ALIKE.setting
# says: units of the hidden layer is 16
import keras
import numpy as np

Split = tuple[np.ndarray, np.ndarray]


def make(n_features, units, norm):
    keras.utils.set_random_seed(1)
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    model.add(keras.layers.Dense(units, activation="relu"))
    if norm:
        model.add(keras.layers.BatchNormalization())
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="sgd", loss="binary_crossentropy")
    return model


def compare_batch_norm(train: Split, validation: Split, epochs: int) -> dict[str, list[float]]:
    n_features = train[0].shape[1]
    models = {"plain": (n_features, 16, False), "batch norm": (n_features, 32, True)}
    return {
        name: make(*settings).fit(*train, validation_data=validation, epochs=epochs, verbose=0).history["val_loss"]
        for name, settings in models.items()
    }
