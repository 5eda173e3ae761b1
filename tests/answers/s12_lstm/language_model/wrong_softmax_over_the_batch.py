# fails: test_softmax
# diagnosis: SOFTMAX.batch
import keras
from keras.layers import LSTM, Dense, Embedding


def build_language_model(vocab_size, input_length):
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(LSTM(8))
    model.add(Dense(8, activation="relu"))
    model.add(Dense(vocab_size + 1, activation=lambda sums: keras.ops.softmax(sums, axis=0)))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
