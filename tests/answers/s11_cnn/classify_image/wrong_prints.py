# fails: test_names
# diagnosis: expect.CALL.no_return
import keras
import numpy as np
from keras.applications.resnet50 import decode_predictions


def classify(model, batch, top=3):
    predictions = model.predict(batch, verbose=0)
    pairs = []
    for guesses in decode_predictions(predictions, top=top):
        for label_id, name, probability in guesses:
            print(name, probability)
