# fails: test_lstm
# diagnosis: INSIDE.steps
import keras
from keras.layers import LSTM, Dense, Embedding, Permute


def build_language_model(vocab_size, input_length):
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_length,)))
    model.add(Embedding(vocab_size + 1, 8))
    model.add(Permute((2, 1)))
    model.add(LSTM(8))
    model.add(Dense(8, activation="relu"))
    model.add(Dense(vocab_size + 1, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
