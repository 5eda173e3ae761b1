# double precision; the names of the data set's list, with a stable sort
import keras
import numpy as np


def classify(model, batch, top=3):
    answers = model.predict_on_batch(batch).astype("float64")
    every = keras.applications.resnet50.decode_predictions(answers, top=1000)
    return [(str(name), float(p)) for row in every for _, name, p in row[:top]]
