# fails: test_binary_accuracy, test_trains
# says: rows
import keras


def build_multi_label_classifier(n_features, n_labels):
    net = keras.Sequential([keras.Input((n_features,)), keras.layers.Embedding(1, 8), keras.layers.Flatten()])
    net.add(keras.layers.Dense(16, "relu"))
    net.add(keras.layers.Dense(n_labels, "sigmoid"))
    net.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return net
