# Counts the steps of an epoch itself, the last one with fewer rows.
import math


def fit_and_evaluate(model, train, test, epochs):
    features, labels = train
    steps = math.ceil(len(features) / 32)
    history = model.fit(features, labels, epochs=epochs, batch_size=32, steps_per_epoch=steps, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
