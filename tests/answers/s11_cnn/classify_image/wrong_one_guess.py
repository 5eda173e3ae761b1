# fails: test_names
# diagnosis: GUESSES.one
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    for row in decode_predictions(predictions, top=1):
        pairs.append((row[0][1], float(row[0][2])))
    return pairs
