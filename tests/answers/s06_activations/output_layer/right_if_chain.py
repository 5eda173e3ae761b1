# different: a chain of ifs, function objects for activations, and none at all for the regression
from keras import activations, layers


def output_layer(task, n_outputs):
    if task == "binary":
        return layers.Dense(units=1, activation=activations.sigmoid)
    if task == "multi-class":
        return layers.Dense(units=n_outputs, activation=activations.softmax)
    if task == "multi-label":
        return layers.Dense(units=n_outputs, activation=activations.sigmoid)
    if task == "regression":
        return layers.Dense(units=n_outputs)
    raise ValueError("Tasks: binary, multi-class, multi-label or regression.")
