# different: shapes just as Keras hands them out (TensorFlow has a kind of tuple of its own), and `input or output`
def describe_layer(model, index):
    layer = model.layers[index]
    facts = {"name": layer.name, "input_shape": (layer.output if layer.input == [] else layer.input).shape}
    facts["output_shape"] = layer.output.shape
    facts["weights"] = [w.shape for w in layer.weights]
    return facts
