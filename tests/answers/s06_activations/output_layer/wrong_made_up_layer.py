# fails: test_layer
# says: dict
def output_layer(task, n_outputs):
    return {"units": n_outputs, "activation": "sigmoid"}
