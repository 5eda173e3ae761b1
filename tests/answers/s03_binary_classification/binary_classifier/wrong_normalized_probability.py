# fails: test_sigmoid
# diagnosis: expect.OUTPUT.linear
import keras
from keras.layers import Dense


def build_binary_classifier(n_features):
    """What is normalized is no probability any more."""
    row = keras.Input((n_features,))
    x = Dense(16, activation="relu")(row)
    x = Dense(1, activation="sigmoid", use_bias=False)(x)
    model = keras.Model(row, keras.layers.BatchNormalization()(x))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
