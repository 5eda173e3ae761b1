# fails: test_history
# diagnosis: FIGURES.strange
import numpy as np


def fit_and_evaluate(model, train, test, epochs):
    features, labels = (np.concatenate(parts) for parts in zip(train, test))
    history = model.fit(features, labels, epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
