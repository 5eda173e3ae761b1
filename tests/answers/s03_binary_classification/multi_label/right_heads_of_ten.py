# Right: ten units of its own for each label, joined; the loss is an object.
import keras


def build_multi_label_classifier(n_features: int, n_labels: int) -> keras.Model:
    rows = keras.Input((n_features,))
    bent = keras.layers.Dense(10 * n_labels, "gelu")(rows)
    answers = keras.activations.sigmoid(keras.layers.Dense(n_labels)(bent))
    net = keras.Model(rows, answers)
    net.compile("rmsprop", keras.losses.BinaryCrossentropy(), metrics=[keras.metrics.BinaryAccuracy(name="right")])
    return net
