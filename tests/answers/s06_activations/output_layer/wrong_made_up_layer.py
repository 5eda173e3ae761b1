# fails: test_layer
# diagnosis: LAYER.described
def output_layer(task, n_outputs):
    return {"units": n_outputs, "activation": "sigmoid"}
