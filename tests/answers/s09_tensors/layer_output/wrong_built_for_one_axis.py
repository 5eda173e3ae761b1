# fails: test_unbuilt
# diagnosis: BUILT.axes
import keras
import numpy as np


def end_of(model, index):
    """Return the tensor that the layer at `index` gives inside this model."""
    layers = model.layers
    if isinstance(model, keras.Sequential):
        tensor = model.outputs[0]
        for _ in layers[range(len(layers))[index] + 1 :]:
            operation, place, _ = tensor._keras_history
            tensor = operation._inbound_nodes[place].input_tensors[0]
        return tensor
    for depth in sorted(model._nodes_by_depth, reverse=True):
        for node in model._nodes_by_depth[depth]:
            if node.operation is layers[index]:
                return node.outputs[0]
    raise LookupError(layers[index].name)


def layer_output(model: keras.Model, index: int, features: np.ndarray) -> np.ndarray:
    """Return what the layer at `index` answers when the model reads `features`."""
    if not model.built:
        n_features = features.shape[-1]
        model.build((None, n_features))
    part = keras.Model(model.inputs[0], end_of(model, index))
    return keras.ops.convert_to_numpy(part(features, training=False))
