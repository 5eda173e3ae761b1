# fails: test_lstm, test_hidden
# diagnosis: INSIDE.place, HIDDEN.place
# the Dense layer with relu stands before the LSTM
import keras
from keras.layers import LSTM, Dense, Embedding


def build_language_model(vocab_size: int, input_length: int) -> keras.Sequential:
    """Return a new, compiled network: `input_length` words in, a probability for each number of a word out."""
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(Dense(8, activation="relu"))
    model.add(LSTM(8))
    model.add(Dense(vocab_size + 1, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
