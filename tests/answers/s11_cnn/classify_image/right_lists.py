# lists for pairs; numpy floats; the model is called
import keras
import numpy as np


def classify(model, batch, top=3):
    answers = keras.ops.convert_to_numpy(model(batch, training=False))
    found = []
    for row in keras.applications.imagenet_utils.decode_predictions(answers, top=top):
        found += [[guess[1], guess[2]] for guess in row]
    return found
