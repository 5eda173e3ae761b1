# fails: test_sigmoid
# diagnosis: expect.OUTPUT.steps
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    """Its probabilities run from -2 to 3."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = Dense(1, activation="sigmoid", use_bias=False)(x)
    model = keras.Model(row, 5.0 * x - 2.0)
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
