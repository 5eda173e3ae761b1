# fails: test_softmax
# diagnosis: SOFTMAX.all
# the sum goes over all numbers, for it was not told along which axis
import keras
from keras.layers import LSTM, Dense, Embedding


def shares(sums):
    powers = keras.ops.exp(sums)
    return powers / keras.ops.sum(powers)


def build_language_model(vocab_size, input_length):
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(LSTM(8))
    model.add(Dense(8, activation="relu"))
    model.add(Dense(vocab_size + 1, activation=shares))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
