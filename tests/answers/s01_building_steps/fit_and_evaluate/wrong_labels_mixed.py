# fails: test_history
# diagnosis: expect.ROWS.parted
import numpy as np


def fit_and_evaluate(model, train, test, epochs):
    features, labels = train
    rng = np.random.default_rng(0)
    history = model.fit(rng.permutation(features), rng.permutation(labels), epochs=epochs, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
