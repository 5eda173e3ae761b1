# fails: test_unbuilt
# diagnosis: FRESH.batch
# a new model is asked as in training
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model.build((None, *features.shape[1:]))
        if not any(isinstance(layer, keras.layers.Dropout) for layer in model.layers):
            part = keras.Model(model.inputs, model.layers[index].output)
            return keras.ops.convert_to_numpy(part(features, training=True))
    answer = keras.Function(model.inputs, model.layers[index].output)
    return keras.ops.convert_to_numpy(answer([features]))
