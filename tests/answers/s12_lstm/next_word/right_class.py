# different: a class of its own, TextVectorization, the functional API, a mask, Keras' own predict
import keras
import numpy as np
from keras import layers


class Predictor:
    def __init__(self, text, seq_len, epochs, seed):
        keras.utils.set_random_seed(seed)
        self.vectorizer = layers.TextVectorization(standardize="lower")
        self.vectorizer.adapt([text])
        self.vocabulary = self.vectorizer.get_vocabulary()
        words = text.split()
        lines = [" ".join(words[i:i + seq_len]) for i in range(len(words) - seq_len + 1)]
        tokens = keras.ops.convert_to_numpy(self.vectorizer(lines))
        inputs = keras.Input((seq_len - 1,), dtype="int32")
        x = layers.Embedding(len(self.vocabulary), 24, mask_zero=True)(inputs)
        x = layers.LSTM(48)(x)
        outputs = layers.Dense(len(self.vocabulary), activation="softmax")(x)
        self.model = keras.Model(inputs, outputs)
        self.model.compile(optimizer=keras.optimizers.Adam(0.03), loss="sparse_categorical_crossentropy")
        self.model.fit(tokens[:, :-1], tokens[:, -1], epochs=epochs, batch_size=32, verbose=0)

    def __call__(self, words):
        strange = [word for word in words if word.lower() not in self.vocabulary[2:]]
        if strange:
            raise ValueError(f"I have never seen {strange}")
        row = keras.ops.convert_to_numpy(self.vectorizer([" ".join(words)]))
        return self.vocabulary[int(self.model.predict(row, verbose=0)[0].argmax())]


def train_next_word(text: str, seq_len: int, epochs: int, seed: int):
    return Predictor(text, seq_len, epochs, seed)
