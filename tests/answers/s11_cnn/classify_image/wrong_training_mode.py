# fails: test_resnet
# diagnosis: RESNET.training
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model(batch, training=True)
    pairs = []
    for guesses in decode_predictions(predictions, top=top):
        for label_id, name, probability in guesses:
            pairs.append((name, float(probability)))
    return pairs
