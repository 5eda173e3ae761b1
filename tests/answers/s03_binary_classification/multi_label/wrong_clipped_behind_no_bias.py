# fails: test_sigmoids
# diagnosis: expect.OUTPUT.steps
import keras
from keras.layers import Dense


def build_multi_label_classifier(n_features, n_labels):
    """Its probabilities run from 0.3 to 0.7."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = Dense(n_labels, activation="sigmoid", use_bias=False)(x)
    model = keras.Model(row, keras.ops.clip(x, 0.3, 0.7))
    model.compile("adam", "binary_crossentropy", metrics=["binary_accuracy"])
    return model
