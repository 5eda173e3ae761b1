# fails: test_several
# diagnosis: SEVERAL.ranks
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    for rank in zip(*decode_predictions(predictions, top=top)):
        pairs += [(name, float(p)) for _, name, p in rank]
    return pairs
