# fails: test_lstm
# diagnosis: INSIDE.steps
# each word's 8 numbers become two steps of four
import keras
from keras.layers import LSTM, Dense, Embedding, Reshape


def build_language_model(vocab_size, input_length):
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(Reshape((-1, 4)))
    model.add(LSTM(8))
    model.add(Dense(8, activation="relu"))
    model.add(Dense(vocab_size + 1, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
