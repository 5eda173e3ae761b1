# fails: test_unbuilt
# diagnosis: FRESH.moved
# builds the model by a call in training
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model(features, training=True)
    part = keras.Model(model.inputs, model.layers[index].output)
    return keras.ops.convert_to_numpy(part(features, training=False))
