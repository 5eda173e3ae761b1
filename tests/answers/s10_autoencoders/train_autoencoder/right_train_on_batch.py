# different: batches by hand, and the mean of their losses over all rows
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    rng = np.random.default_rng()
    figures = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        order, total = rng.permutation(len(train)), 0.0
        for start in range(0, len(order), 32):
            rows = train[order[start : start + 32]]
            autoencoder.reset_metrics()
            total += float(autoencoder.train_on_batch(rows, rows, return_dict=True)["loss"]) * len(rows)
        figures["loss"].append(total / len(train))
        figures["val_loss"].append(autoencoder.evaluate(validation, validation, verbose=0, return_dict=True)["loss"])
    return figures
