# fails: test_white_space
# diagnosis: WHITE_SPACE.punctuation
import keras
import numpy as np


def fit_tokenizer(lines):
    vectorizer = keras.layers.TextVectorization()
    vectorizer.adapt(lines)
    numbers = np.asarray(keras.ops.convert_to_numpy(vectorizer(lines))) - 1
    return dict(enumerate(vectorizer.get_vocabulary()[2:], start=1)), numbers
