# fails: test_names
# diagnosis: GUESSES.number
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    for row in predictions:
        for index in np.argsort(row)[::-1][:top]:
            pairs.append((str(index), float(row[index])))
    return pairs
