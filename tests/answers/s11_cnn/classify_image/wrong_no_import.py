# fails: test_names
# says: NameError, decode_predictions
import keras
import numpy as np


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    for guesses in decode_predictions(predictions, top=top):
        for label_id, name, probability in guesses:
            pairs.append((name, float(probability)))
    return pairs
