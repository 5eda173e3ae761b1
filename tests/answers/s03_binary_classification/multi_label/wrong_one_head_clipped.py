# fails: test_sigmoids
# diagnosis: expect.OUTPUT.steps
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    """One of the heads answers from 0.3 to 0.7 alone."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    heads = [Dense(1, activation="sigmoid")(x) for _ in range(n_labels)]
    heads[0] = keras.ops.clip(heads[0], 0.3, 0.7)
    model = keras.Model(row, keras.layers.Concatenate()(heads))
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
