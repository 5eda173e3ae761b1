# fails: test_names
# diagnosis: GUESSES.least
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    names = [row[1] for row in decode_predictions(np.eye(1000), top=1) for row in row]
    for row in predictions:
        for index in np.argsort(row)[:top]:
            pairs.append((names[index], float(row[index])))
    return pairs
