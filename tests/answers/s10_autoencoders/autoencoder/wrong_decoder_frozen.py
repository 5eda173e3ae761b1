# fails: test_trains, test_unseen_digits
# diagnosis: expect.LEARNING.frozen
import keras
from keras import layers


def build_autoencoder(n_inputs=100, n_code=4):
    model = keras.Sequential(
        [
            keras.Input((n_inputs,)),
            layers.Dense(n_code, activation="relu"),
            layers.Dense(n_inputs, activation="sigmoid", trainable=False),
        ]
    )
    model.compile("adam", "binary_crossentropy")
    return model
