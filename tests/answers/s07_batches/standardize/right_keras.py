# different: Keras' Normalization layer in float32; the constant columns by themselves
import keras
import numpy as np


def standardize(train, test):
    layer = keras.layers.Normalization(axis=-1)
    layer.adapt(train.astype("float32"))
    constant = np.ptp(train, axis=0) == 0
    answers = []
    for table in (train, test):
        scaled = keras.ops.convert_to_numpy(layer(table.astype("float32")))
        answers.append(np.where(constant, table - train[0], scaled))
    return answers[0], answers[1]
