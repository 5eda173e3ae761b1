# different: all layers but the last, and the encoder compiled and called once
import keras
import numpy as np


def make_encoder(whole):
    part = keras.Sequential(whole.layers[:-1])
    part.compile(loss="mse")
    part.predict(np.zeros((1, *whole.input_shape[1:])), verbose=0)
    return part
