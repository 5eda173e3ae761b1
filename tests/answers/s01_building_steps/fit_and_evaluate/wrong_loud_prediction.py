# fails: test_quiet_evaluation
# diagnosis: BARS.predict
# the loss is counted by hand, from what predict answers
import numpy as np


def fit_and_evaluate(model, train, test, epochs):
    history = model.fit(*train, epochs=epochs, verbose=0)
    features, labels = test
    return history, float(np.mean((model.predict(features) - labels) ** 2))
