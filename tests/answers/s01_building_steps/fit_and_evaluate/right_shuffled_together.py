# the rows are put in another order together with their labels, and train in two halves an epoch
import numpy as np


def fit_and_evaluate(model, train, test, epochs):
    features, labels = train
    order = np.random.permutation(len(features))
    history = model.fit(features[order], labels[order], epochs=epochs, batch_size=len(order) // 2, verbose=0)
    return history, model.evaluate(*test, verbose=0, return_dict=True)["loss"]
