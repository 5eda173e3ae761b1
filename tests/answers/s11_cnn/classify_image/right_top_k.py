# different: keras.ops.top_k, a list of all names made once, answers a tuple
import keras
import numpy as np

NAMES = [guesses[0][1] for guesses in keras.applications.resnet50.decode_predictions(np.eye(1000), top=1)]


def classify(model, batch, top=3):
    values, places = keras.ops.top_k(model(batch), k=top)
    answers = ()
    for row in range(len(batch)):
        for place, value in zip(places[row], values[row]):
            answers += ((NAMES[int(place)], float(value)),)
    return answers
