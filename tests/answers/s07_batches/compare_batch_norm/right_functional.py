# different: functional API, scores with from_logits, SGD, the activation behind the normalization, arrays
import keras
import numpy as np


def network(width, normed):
    keras.utils.set_random_seed(20)
    rows = keras.Input((width,))
    hidden = keras.layers.Dense(24)(rows)
    if normed:
        hidden = keras.layers.BatchNormalization()(hidden)
    hidden = keras.layers.ReLU()(hidden)
    model = keras.Model(rows, keras.layers.Dense(1)(hidden))
    model.compile(keras.optimizers.SGD(0.01), keras.losses.BinaryCrossentropy(from_logits=True))
    return model


def compare_batch_norm(train, validation, epochs):
    fitted = [network(train[0].shape[-1], normed).fit(*train, 16, epochs, 2, None, 0.0, validation) for normed in (0, 1)]
    plain, normed = (np.array(each.history["val_loss"]) for each in fitted)
    return dict([("batch norm", normed), ("plain", plain)])
