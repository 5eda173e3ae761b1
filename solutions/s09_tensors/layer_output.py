"""Ask a layer inside a model what it answers.

Return what comes out of the layer at `index` when the model reads `features`: one array or tensor, with an answer for
each row, however many there are; a row may be an image. `index` is a place in `model.layers` and may be negative, as in
any list; keras.Input counts as the first layer of a functional model, and not at all in a Sequential one. A functional
model has one input and may branch. All layers work as in a prediction, not as in training. A Sequential model may be
new: never called, it has no inputs and no weights yet, so build the whole of it first: its very layers, and no copies,
have weights afterwards. Otherwise the model stays as it is, and so does `features`.
The lines below follow the notes, which ask Keras' backend for a function. Keras 3 no longer has it.

Read: kata book layer_output
"""

import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model.build((None, *features.shape[1:]))
    answer = keras.Function(model.inputs, model.layers[index].output)
    return keras.ops.convert_to_numpy(answer([features]))
