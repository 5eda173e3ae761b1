# fails: test_accuracy, test_trains
# diagnosis: expect.METRICS.loss_weights, expect.COMPILE.third
import keras


def build_binary_classifier(n_features):
    layers = [keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")]
    model = keras.Sequential([keras.Input((n_features,)), *layers])
    model.compile("adam", "binary_crossentropy", ["accuracy"])
    return model
