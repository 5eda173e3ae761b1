# fails: test_lstm, test_hidden
# diagnosis: HIDDEN.between
# a layer of Keras around an LSTM's cell, and the Dense layer before it
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    model = keras.Sequential(
        [
            keras.Input((input_length,)),
            layers.Embedding(vocab_size + 1, 8),
            layers.Dense(8, activation="relu"),
            layers.RNN(layers.LSTMCell(8)),
            layers.Dense(vocab_size + 1, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
