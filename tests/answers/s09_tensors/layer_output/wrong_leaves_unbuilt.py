# fails: test_unbuilt, test_untouched
# diagnosis: BUILT.copy
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model = keras.models.clone_model(model)
        model.build((None, *features.shape[1:]))
    answer = keras.Function(model.inputs, model.layers[index].output)
    return keras.ops.convert_to_numpy(answer([features]))
