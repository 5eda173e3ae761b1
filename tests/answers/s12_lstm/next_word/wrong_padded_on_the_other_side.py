# fails: test_sentence, test_text
# diagnosis: LEARNED.sides
import keras
import numpy as np
from keras import layers
from keras.utils import pad_sequences

ROOM = 6


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().split()
    index_to_word = dict(enumerate(sorted(set(words)), start=1))
    word_to_index = {word: index for index, word in index_to_word.items()}
    numbers = [word_to_index[word] for word in words]
    starts = range(len(numbers) - seq_len + 1)
    x = pad_sequences([numbers[start : start + seq_len - 1] for start in starts], maxlen=ROOM)
    y = np.array([numbers[start + seq_len - 1] for start in starts])
    size = len(word_to_index) + 1
    model = keras.Sequential([keras.Input((ROOM,)), layers.Embedding(size, 16), layers.LSTM(32)])
    model.add(layers.Dense(32, activation="relu"))
    model.add(layers.Dense(size, activation="softmax"))
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    model.fit(x, y, epochs=epochs, batch_size=64, verbose=0)

    def predictor(words):
        unknown = [word for word in words if word.lower() not in word_to_index]
        if unknown:
            raise ValueError(f"{unknown[0]} is not in the text")
        row = [[word_to_index[word.lower()] for word in words]]
        row = pad_sequences(row, maxlen=ROOM, padding="post")
        return index_to_word[1 + int(np.argmax(model.predict_on_batch(row)[0, 1:]))]

    return predictor
