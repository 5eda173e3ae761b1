# different: a class of the learner's own, built by hand
import keras
from keras import layers


class LanguageModel(keras.Model):
    def __init__(self, vocab_size):
        super().__init__()
        self.embedding = layers.Embedding(vocab_size + 1, 8)
        self.lstm = layers.LSTM(8)
        self.hidden = layers.Dense(8, activation="relu")
        self.answer = layers.Dense(vocab_size + 1, activation="softmax")

    def call(self, words):
        return self.answer(self.hidden(self.lstm(self.embedding(words))))


def build_language_model(vocab_size, input_length):
    model = LanguageModel(vocab_size)
    model.build((None, input_length))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
