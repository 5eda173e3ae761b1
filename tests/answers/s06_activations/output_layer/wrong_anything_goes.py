# fails: test_unknown
# diagnosis: OTHER_WORDS.no_raise
import keras


def output_layer(task, n_outputs):
    if task == "binary":
        return keras.layers.Dense(1, activation="sigmoid")
    elif task == "multi-class":
        return keras.layers.Dense(n_outputs, activation="softmax")
    elif task == "multi-label":
        return keras.layers.Dense(n_outputs, activation="sigmoid")
    else:
        return keras.layers.Dense(n_outputs)
