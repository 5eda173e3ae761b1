# fails: test_binary, test_multi_class, test_multi_label
# diagnosis: CLASSES.scores, LABELS.scores
import keras


def output_layer(task, n_outputs):
    if task not in ("binary", "multi-class", "multi-label", "regression"):
        raise ValueError("binary, multi-class, multi-label, regression")
    return keras.layers.Dense(1 if task == "binary" else n_outputs)
