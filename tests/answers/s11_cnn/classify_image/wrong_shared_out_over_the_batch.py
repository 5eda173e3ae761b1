# fails: test_several
# diagnosis: SEVERAL.shared
import keras
import numpy as np


def classify(model, batch, top=3):
    answers = model.predict(batch, verbose=0)
    answers = answers / answers.sum()
    decoded = keras.applications.resnet50.decode_predictions(answers, top=top)
    return [(name, p) for row in decoded for _, name, p in row]
