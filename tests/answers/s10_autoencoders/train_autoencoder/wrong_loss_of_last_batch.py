# fails: test_target
# diagnosis: ERROR.batch
# The loss of an epoch is that of its last batch.
import numpy as np


def train_autoencoder(autoencoder, train, validation, epochs):
    rng = np.random.default_rng()
    figures = {"loss": [], "val_loss": []}
    for _ in range(epochs):
        order = rng.permutation(len(train))
        for start in range(0, len(order), 32):
            rows = train[order[start : start + 32]]
            autoencoder.reset_metrics()  # as newer Keras does by itself
            logs = autoencoder.train_on_batch(rows, rows, return_dict=True)
        figures["loss"].append(float(logs["loss"]))
        figures["val_loss"].append(autoencoder.evaluate(validation, validation, verbose=0, return_dict=True)["loss"])
    return figures
