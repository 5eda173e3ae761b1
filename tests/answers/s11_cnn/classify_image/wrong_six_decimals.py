# fails: test_probabilities
# diagnosis: DIGITS.rounded
import keras
import numpy as np


def classify(model, batch, top=3):
    probabilities = model.predict(batch, verbose=0)
    decoded = keras.applications.resnet50.decode_predictions(probabilities, top=top)
    return [(name, float(f"{p:.6f}")) for row in decoded for _, name, p in row]
