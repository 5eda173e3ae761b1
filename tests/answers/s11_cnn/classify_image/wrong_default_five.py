# fails: test_names
# diagnosis: GUESSES.default
import keras
import numpy as np


def classify(model, batch, top=5):
    decoded = keras.applications.resnet50.decode_predictions(model.predict(batch, verbose=0), top=top)
    return [(name, p) for row in decoded for _, name, p in row]
