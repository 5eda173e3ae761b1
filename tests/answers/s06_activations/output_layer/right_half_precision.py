# different: each task in another precision, constraints, no bias for the labels
import keras
from keras.layers import Dense


def output_layer(task, n_outputs):
    activations = {"binary": "sigmoid", "multi-class": "softmax", "multi-label": "sigmoid", "regression": "linear"}
    if task not in activations:
        raise ValueError(f"{task} is none of {', '.join(activations)}")
    units = 1 if task == "binary" else n_outputs
    precision = {"binary": "float16", "multi-class": "mixed_float16", "multi-label": "mixed_bfloat16"}
    return Dense(
        units,
        activation=activations[task],
        use_bias=task != "multi-label",
        kernel_constraint=keras.constraints.MaxNorm(3),
        dtype=precision.get(task, "bfloat16"),
    )
