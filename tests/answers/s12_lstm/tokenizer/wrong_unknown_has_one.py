# fails: test_numbers
# diagnosis: NUMBERS.unknown
import keras
import numpy as np


def fit_tokenizer(lines):
    vectorizer = keras.layers.TextVectorization(standardize="lower")
    vectorizer.adapt(lines)
    numbers = np.asarray(keras.ops.convert_to_numpy(vectorizer(lines)))
    return {i: word for i, word in enumerate(vectorizer.get_vocabulary()) if word}, numbers
