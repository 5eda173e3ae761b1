# fails: test_several
# diagnosis: SEVERAL.names
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    for guesses in decode_predictions(predictions, top=top):
        for label_id, name, probability in guesses:
            pairs.append((name, float(probability)))
            if [n for n, _ in pairs].count(name) > 1:
                pairs.pop()
    return pairs
