# fails: test_layer
# says: name of an activation
def output_layer(task, n_outputs):
    return {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}[task]
