# fails: test_batch_norm
# diagnosis: LAYOUT.dense
import keras
import numpy as np
from keras.layers import BatchNormalization, Dense

Split = tuple[np.ndarray, np.ndarray]


def compare_batch_norm(train: Split, validation: Split, epochs: int) -> dict[str, list[float]]:
    """Return the validation losses of the plain network and of the one with batch normalization."""
    n_features = train[0].shape[1]

    keras.utils.set_random_seed(1)
    plain = keras.Sequential([keras.Input((n_features,)), Dense(16, "relu"), Dense(1, "sigmoid")])

    plain.compile(optimizer="adam", loss="binary_crossentropy")
    plain_losses = plain.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history["val_loss"]

    keras.utils.set_random_seed(1)
    normed = keras.Sequential(
        [
            keras.Input((n_features,)),
            Dense(16, "relu"),
            BatchNormalization(),
            Dense(16, "relu"),
            Dense(1, "sigmoid"),
        ]
    )
    normed.compile(optimizer="adam", loss="binary_crossentropy")
    normed_losses = normed.fit(*train, validation_data=validation, epochs=epochs, verbose=0).history["val_loss"]
    return {"plain": plain_losses, "batch norm": normed_losses}
