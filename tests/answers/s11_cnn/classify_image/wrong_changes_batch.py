# fails: test_several
# diagnosis: expect.CALL.changed
import keras
import numpy as np


def classify(model, batch, top=3):
    decoded = keras.applications.resnet50.decode_predictions(model.predict(batch, verbose=0), top=top)
    batch /= 255
    return [(name, p) for row in decoded for _, name, p in row]
