# fails: test_code
# diagnosis: NARROWEST.inner
import keras
from keras.layers import Dense


def build_autoencoder(n_inputs=100, n_code=4):
    layers = [Dense(n_code, activation="relu"), Dense(2, activation="relu"), Dense(n_code, activation="relu")]
    autoencoder = keras.Sequential([keras.Input((n_inputs,)), *layers, Dense(n_inputs, activation="sigmoid")])
    autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
    return autoencoder
