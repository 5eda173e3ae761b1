# fails: test_layer
# diagnosis: LAYER.name
def output_layer(task, n_outputs):
    return {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}[task]
