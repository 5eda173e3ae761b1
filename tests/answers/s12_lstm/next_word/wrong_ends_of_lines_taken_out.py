# fails: test_sentence, test_text, test_words
# diagnosis: WINDOWS.ends, WORD.ends
# the ends of lines are taken out, and nothing parts the words there any more
import keras
import numpy as np
from keras import layers


def train_next_word(text, seq_len, epochs, seed):
    keras.utils.set_random_seed(seed)
    words = text.lower().replace("\n", "").split()
    vocabulary = sorted(set(words))
    numbers = {word: number for number, word in enumerate(vocabulary, start=1)}
    coded = [numbers[word] for word in words]
    windows = np.array([coded[i : i + seq_len] for i in range(len(coded) - seq_len + 1)])
    size = len(vocabulary) + 1
    model = keras.Sequential([keras.Input((seq_len - 1,)), layers.Embedding(size, 16), layers.LSTM(32)])
    model.add(layers.Dense(size, activation="softmax"))
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(windows[:, :-1], windows[:, -1], epochs=epochs, batch_size=64, verbose=0)

    def predict(context):
        row = []
        for word in context:
            if word.lower() not in numbers:
                raise ValueError(f"the text does not have the word {word}")
            row.append(numbers[word.lower()])
        likely = model.predict(np.array([row]), verbose=0)[0]
        return vocabulary[int(np.argmax(likely[1:]))]

    return predict
