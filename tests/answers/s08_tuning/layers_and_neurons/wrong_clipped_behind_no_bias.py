# fails: test_sigmoid
# diagnosis: expect.OUTPUT.steps
import keras
from keras.layers import Dense


def create_model(nl=1, nn=256):
    """Its probabilities run from 0.3 to 0.7."""
    row = keras.Input((2,))
    x = Dense(16, activation="relu")(row)
    for _ in range(nl):
        x = Dense(nn, activation="relu")(x)
    x = Dense(1, activation="sigmoid", use_bias=False)(x)
    model = keras.Model(row, keras.ops.clip(x, 0.3, 0.7))
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model
