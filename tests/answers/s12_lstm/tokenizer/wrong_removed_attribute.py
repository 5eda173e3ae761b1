# fails: test_pair
# says: has no attribute 'text'
import keras
import numpy as np


def fit_tokenizer(lines):
    tokenizer = keras.preprocessing.text.Tokenizer()
    tokenizer.fit_on_texts(lines)
    return tokenizer.index_word, np.array(tokenizer.texts_to_sequences(lines))
