# fails: test_facts
# says: input_shape, no attribute
def describe_layer(model, index):
    layer = model.layers[index]
    return {
        "name": layer.name,
        "input_shape": layer.input_shape,
        "output_shape": layer.output_shape,
        "weights": [w.shape for w in layer.get_weights()],
    }
