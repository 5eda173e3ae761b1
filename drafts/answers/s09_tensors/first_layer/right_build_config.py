# different: asks the layer for its build configuration and computes what comes out, without looking at tensors
import keras


def describe_layer(model, index):
    layer = model.get_layer(index=index)
    if isinstance(layer, keras.layers.InputLayer):
        before = after = layer.batch_shape
    else:
        before = layer.get_build_config()["input_shape"]
        after = layer.compute_output_shape(before)
    return dict(
        name=layer.name,
        input_shape=tuple(before),
        output_shape=tuple(after),
        weights=[array.shape for array in layer.get_weights()],
    )
