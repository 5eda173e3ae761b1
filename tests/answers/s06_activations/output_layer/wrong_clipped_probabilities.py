# fails: test_multi_class, test_multi_label
# diagnosis: expect.OUTPUT.changed
# an activation layer in place of softmax and sigmoid, cut off at 0.7
import keras

CUT = keras.layers.ReLU(negative_slope=1.0, max_value=0.7)
ACTIVATIONS = {"binary": "sigmoid", "multi-class": CUT, "multi-label": CUT, "regression": "linear"}


def output_layer(task, n_outputs):
    if task not in ACTIVATIONS:
        raise ValueError(f"task must be one of {', '.join(ACTIVATIONS)}, not {task!r}")
    units = 1 if task == "binary" else n_outputs
    return keras.layers.Dense(units, activation=ACTIVATIONS[task])
