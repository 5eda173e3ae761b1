# fails: test_untouched
# diagnosis: UNTOUCHED.filled
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    gaps = np.isnan(features)
    if gaps.any():
        features[gaps] = np.nanmean(features)
    if not model.built:
        model.build((None, *features.shape[1:]))
    return keras.Function(model.inputs, model.layers[index].output)([features])
