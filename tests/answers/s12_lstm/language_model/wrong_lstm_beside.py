# fails: test_lstm
# diagnosis: NO_LSTM.gru
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    words = keras.Input((input_length,))
    rows = layers.Embedding(vocab_size + 1, 8)(words)
    layers.LSTM(8)(rows)
    x = layers.Dense(8, activation="relu")(layers.GRU(8)(rows))
    model = keras.Model(words, layers.Dense(vocab_size + 1, activation="softmax")(x))
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
