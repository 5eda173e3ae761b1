# fails: test_lstm, test_hidden
# diagnosis: NO_LSTM.gru, HIDDEN.between
# a GRU, and the Dense layer with relu before it
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    words = keras.Input((input_length,))
    hidden = layers.Dense(8, activation="relu")(layers.Embedding(vocab_size + 1, 8)(words))
    answer = layers.Dense(vocab_size + 1, activation="softmax")(layers.GRU(8)(hidden))
    model = keras.Model(words, answer)
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
