# different: computes what comes out from what goes in
import keras


def describe_layer(model, index):
    layer = model.get_layer(index=index)
    if isinstance(layer, keras.layers.InputLayer):
        before = after = layer.batch_shape
    else:
        before = layer.input.shape
        after = layer.compute_output_shape(before)
    return dict(
        name=layer.name,
        input_shape=tuple(before),
        output_shape=tuple(after),
        weights=[array.shape for array in layer.get_weights()],
    )
