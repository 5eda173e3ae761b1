# fails: test_binary_accuracy, test_trains
# diagnosis: expect.METRICS.loss_weights, expect.COMPILE.third
import keras


def build_multi_label_classifier(n_features, n_labels):
    layers = [keras.layers.Dense(32, activation="relu"), keras.layers.Dense(n_labels, activation="sigmoid")]
    model = keras.Sequential([keras.Input((n_features,)), *layers])
    model.compile("adam", "binary_crossentropy", ["accuracy"])
    return model
