# fails: test_pair
# says: No module named, keras.preprocessing.text
import numpy as np
from keras.preprocessing.text import Tokenizer


def fit_tokenizer(lines):
    tokenizer = Tokenizer()
    tokenizer.fit_on_texts(lines)
    return tokenizer.index_word, np.array(tokenizer.texts_to_sequences(lines))
