# fails: test_untouched
# diagnosis: UNTOUCHED.filled
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    np.nan_to_num(features, copy=False)
    if not model.built:
        model.build((None, *features.shape[1:]))
    return keras.Model(model.inputs[0], model.layers[index].output)(features, training=False)
