# fails: test_probabilities
# diagnosis: DIGITS.float16
import keras
import numpy as np


def classify(model, batch, top=3):
    probabilities = model.predict(batch, verbose=0)
    decoded = keras.applications.resnet50.decode_predictions(probabilities, top=top)
    return [(name, float(np.float16(p))) for row in decoded for _, name, p in row]
