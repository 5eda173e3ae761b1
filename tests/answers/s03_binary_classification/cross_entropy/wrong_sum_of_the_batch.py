# fails: test_categorical, test_binary
# diagnosis: SHAPE.added, SHAPE.single
import numpy as np


def categorical_crossentropy(truth, guess):
    guess = np.maximum(guess, 1e-7)
    return -np.sum(truth * np.log(guess))


def binary_crossentropy(truth, guess):
    guess = np.clip(guess, 1e-7, 1 - 1e-7)
    return np.max(-np.mean(truth * np.log(guess) + (1 - truth) * np.log(1 - guess), axis=1))
