# fails: test_history
# says: label of another row
import numpy as np


def fit_and_evaluate(model, train, test, epochs):
    features, labels = train
    rng = np.random.default_rng(0)
    history = model.fit(rng.permutation(features), rng.permutation(labels), epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
