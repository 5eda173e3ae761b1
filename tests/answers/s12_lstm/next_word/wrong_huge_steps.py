# fails: test_sentence, test_text
# diagnosis: LEARNED.rate
import keras
import numpy as np
from keras import layers


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    index_to_word = dict(enumerate(sorted(set(words)), start=1))
    word_to_index = {word: index for index, word in index_to_word.items()}
    lines = [words[i:i + seq_len] for i in range(len(words) - seq_len + 1)]
    sequences = np.array([[word_to_index[word] for word in line] for line in lines])
    x, y = sequences[:, :-1], sequences[:, -1]
    size = len(word_to_index) + 1
    model = keras.Sequential()
    model.add(keras.Input((seq_len - 1,)))
    model.add(layers.Embedding(size, 16))
    model.add(layers.LSTM(32))
    model.add(layers.Dense(32, activation="relu"))
    model.add(layers.Dense(size, activation="softmax"))
    model.compile(keras.optimizers.Adam(5.0), "sparse_categorical_crossentropy")
    model.fit(x, y, epochs=epochs, batch_size=64, verbose=0)

    def predictor(words):
        words = [word.lower() for word in words]
        for word in words:
            if word not in word_to_index:
                raise ValueError(f"{word} is not in the text")
        row = np.array([[word_to_index[word] for word in words]])
        return index_to_word[1 + int(np.argmax(model.predict_on_batch(row)[0, 1:]))]

    return predictor
