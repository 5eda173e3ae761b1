# different: input_length is kept beside an Input, activations as layers, another optimizer
import keras
from keras.layers import *


def build_language_model(vocab_size, input_length):
    m = keras.models.Sequential()
    m.add(InputLayer(shape=(input_length,)))
    m.add(Embedding(vocab_size + 1, 8, input_length=input_length))
    m.add(LSTM(8, activation="tanh", recurrent_activation="sigmoid", return_sequences=False))
    m.add(Dense(8))
    m.add(Activation("relu"))
    m.add(Dense(vocab_size + 1))
    m.add(Activation("softmax"))
    m.compile("adamax", loss="sparse_categorical_crossentropy", metrics=["sparse_categorical_accuracy"])
    return m
