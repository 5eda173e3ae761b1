# fails: test_names
# diagnosis: PAIRS.probabilities
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    return predictions
