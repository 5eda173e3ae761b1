# fails: test_lstm
# diagnosis: INSIDE.merged
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    words = keras.Input((input_length,))
    rows = layers.Embedding(vocab_size + 1, 8)(words)
    x = layers.Concatenate()([layers.LSTM(8)(rows), rows[:, -1]])
    x = layers.Dense(8, activation="relu")(x)
    model = keras.Model(words, layers.Dense(vocab_size + 1, activation="softmax")(x))
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
