# different: row by row, glued together
import keras
import numpy as np


def layer_output(model, index, features):
    if not model.built:
        model.build(input_shape=(None, *features.shape[1:]))
    ask = keras.models.Model(model.inputs, model.layers[index].output)
    rows = [ask.predict_on_batch(features[i : i + 1]) for i in range(len(features))]
    return np.concatenate(rows)
