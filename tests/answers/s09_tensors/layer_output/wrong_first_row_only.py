# fails: test_dense
# diagnosis: ANSWER.fewer
# says: only 1 of 5 rows came through
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    if not model.built:
        model.build((None, *features.shape[1:]))
    part = keras.Model(model.inputs, model.layers[index].output)
    answer = part(features[:1], training=False)
    return keras.ops.convert_to_numpy(answer)
