# fails: test_beats_a_line
# diagnosis: BENDS.few
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    """Its two hidden units bend, if only a little."""
    row = keras.Input((n_features,))
    x = keras.activations.hard_sigmoid(Dense(2)(row))
    x = Dense(1, activation="sigmoid", use_bias=False)(x)
    model = keras.Model(row, x)
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
