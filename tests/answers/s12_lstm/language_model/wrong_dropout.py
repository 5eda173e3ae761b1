# fails: test_lstm
# says: at random in training
# a fifth layer: dropout

import keras
from keras.layers import LSTM, Dense, Embedding


def build_language_model(vocab_size: int, input_length: int) -> keras.Sequential:
    model = keras.Sequential()
    model.add(keras.Input((input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(LSTM(8))
    model.add(keras.layers.Dropout(0.2))
    model.add(Dense(8, activation="relu"))
    model.add(Dense(vocab_size + 1, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
