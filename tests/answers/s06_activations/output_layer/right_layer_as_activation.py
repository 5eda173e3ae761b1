# different: a table of ready-made choices, softmax as a layer object, another initializer
import keras

KNOWN = {
    "binary": lambda n: (1, "sigmoid"),
    "multi-class": lambda n: (n, keras.layers.Softmax()),
    "multi-label": lambda n: (n, "sigmoid"),
    "regression": lambda n: (n, "linear"),
}


def output_layer(task, n_outputs):
    try:
        units, activation = KNOWN[task](n_outputs)
    except KeyError as error:
        raise ValueError("the task is none of " + " / ".join(KNOWN)) from error
    return keras.layers.Dense(units, activation=activation, kernel_initializer="he_normal", bias_initializer="ones")
