# fails: test_functional
# diagnosis: HEADS.activation
import keras
import numpy as np


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        model.build((None, *features.shape[1:]))
    layer = model.layers[index]
    answer = keras.Function(model.inputs, layer.output if isinstance(layer, keras.layers.InputLayer) else layer.input)
    into = answer([features])
    if isinstance(layer, keras.layers.Dense) and layer.activation.__name__ not in ('relu', 'tanh', 'linear'):
        return keras.ops.convert_to_numpy(into @ layer.kernel + layer.bias)
    return keras.ops.convert_to_numpy(into if isinstance(layer, keras.layers.InputLayer) else layer(into))
