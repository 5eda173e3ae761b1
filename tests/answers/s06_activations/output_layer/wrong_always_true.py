# fails: test_multi_label, test_regression, test_unknown
# diagnosis: LABELS.softmax, NUMBERS.softmax, OTHER_WORDS.always
import keras


def output_layer(task, n_outputs):
    if task == "binary":
        return keras.layers.Dense(1, activation="sigmoid")
    if task == "multi-class" or "multi-label":
        return keras.layers.Dense(n_outputs, activation="softmax")
    if task == "regression":
        return keras.layers.Dense(n_outputs)
    raise ValueError("binary, multi-class, multi-label, regression")
