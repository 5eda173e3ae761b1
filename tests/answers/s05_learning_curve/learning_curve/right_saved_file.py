# The untouched model lies in a file and is loaded for every size; row by row batches; columns in another order.
import pathlib
import tempfile

import keras
import pandas as pd
from sklearn.utils import resample


def learning_curve(model, train, test, train_sizes, epochs):
    results = {"test_accuracy": [], "train_accuracy": [], "train_size": train_sizes}
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "untrained.keras"
        model.save(file)
        for size in train_sizes:
            fresh = keras.models.load_model(file)
            x, y = resample(*train, replace=False, n_samples=int(size * len(train[0])))
            fresh.fit(x, y, epochs=epochs, batch_size=1, verbose=0)
            results["train_accuracy"].append(fresh.evaluate(x, y, verbose=0, return_dict=True)["accuracy"])
            results["test_accuracy"].append(fresh.evaluate(*test, verbose=0, return_dict=True)["accuracy"])
    return pd.DataFrame(results)
