# all states, of which the last is taken; the loss in a dict
import keras
from keras import layers


def build_language_model(vocab_size, input_length):
    words = keras.Input((input_length,))
    states = layers.LSTM(8, return_sequences=True)(layers.Embedding(vocab_size + 1, 8)(words))
    x = layers.Dense(8, activation="relu")(states[:, -1])
    out = layers.Dense(vocab_size + 1, activation="softmax", name="word")(x)
    model = keras.Model(words, out)
    model.compile(optimizer="adam", loss={"word": "sparse_categorical_crossentropy"})
    return model
