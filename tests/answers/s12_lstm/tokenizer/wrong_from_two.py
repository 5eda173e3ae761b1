# fails: test_numbers
# diagnosis: NUMBERS.from_two
import keras
import numpy as np


def fit_tokenizer(lines):
    vectorizer = keras.layers.TextVectorization(standardize="lower")
    vectorizer.adapt(lines)
    numbers = np.asarray(keras.ops.convert_to_numpy(vectorizer(lines)))
    return dict(enumerate(vectorizer.get_vocabulary()[2:], start=2)), numbers
