# fails: test_names
# diagnosis: PAIRS.nested
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    for guesses in decode_predictions(predictions, top=top):
        pairs.append([(name, float(p)) for _, name, p in guesses])
    return pairs
