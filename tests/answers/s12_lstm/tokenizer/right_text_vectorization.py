# different: Keras' own layer, its numbers moved down by one
import keras
import numpy as np


def fit_tokenizer(lines):
    lines = [line.lower() for line in lines]
    vectorizer = keras.layers.TextVectorization(standardize="lower")
    vectorizer.adapt(lines)
    numbers = keras.ops.convert_to_numpy(vectorizer(lines)) - 1
    vocabulary = vectorizer.get_vocabulary()
    return {i - 1: word for i, word in enumerate(vocabulary) if i > 1}, np.asarray(numbers, dtype="int32")
