# different: tries the input first, and more facts than were asked for
def describe_layer(model, index):
    layer = model.layers[index]
    out = layer.output.shape
    try:
        into = layer.input.shape
    except AttributeError:
        into = out
    return {
        "name": layer.name,
        "kind": type(layer).__name__,
        "input_shape": (*into,),
        "output_shape": (*out,),
        "weights": [tuple(w.shape) for w in layer.weights],
        "parameters": layer.count_params(),
    }
