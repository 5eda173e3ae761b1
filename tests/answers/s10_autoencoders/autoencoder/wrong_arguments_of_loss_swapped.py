# fails: test_loss
# diagnosis: LOSS.arguments
# says: crossentropy is the binary cross-entropy with its arguments swapped
import keras
from keras import ops


def crossentropy(y_pred, y_true):
    y_pred = ops.clip(y_pred, 1e-7, 1 - 1e-7)
    return -ops.mean(y_true * ops.log(y_pred) + (1 - y_true) * ops.log(1 - y_pred), axis=-1)


def build_autoencoder(n_inputs: int = 100, n_code: int = 4) -> keras.Sequential:
    encoder = keras.Sequential([keras.Input((n_inputs,)), keras.layers.Dense(n_code, activation="relu")])
    decoder = keras.Sequential([keras.Input((n_code,)), keras.layers.Dense(n_inputs, activation="sigmoid")])
    model = keras.Sequential([keras.Input((n_inputs,)), encoder, decoder])
    model.compile(optimizer="nadam", loss=crossentropy)
    return model
