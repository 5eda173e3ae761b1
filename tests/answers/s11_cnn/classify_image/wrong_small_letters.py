# fails: test_top
# diagnosis: GUESSES.letters
import keras
import numpy as np


def classify(model, batch, top=3):
    decoded = keras.applications.resnet50.decode_predictions(model.predict(batch, verbose=0), top=top)
    return [(name.lower(), p) for row in decoded for _, name, p in row]
