# fails: test_inference
# diagnosis: ANSWER.dropout
# all layers work as in training
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Model(model.inputs, model.layers[index].output)
    return keras.ops.convert_to_numpy(answer(features, training=True))
