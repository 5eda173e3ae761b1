# fails: test_measured
# diagnosis: FIGURES.batches
import keras
import numpy as np


def train_with_history(model: keras.Model, train, validation, epochs: int) -> dict[str, list[float]]:
    """Compile and train the model; return loss and accuracy of each epoch, on `train` and on `validation`."""
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    x, y = np.asarray(train[0]), np.asarray(train[1])
    result = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    for _ in range(epochs):
        model.reset_metrics()
        order = np.random.permutation(len(x))
        for start in range(0, len(x), 32):
            rows = order[start : start + 32]
            running = model.train_on_batch(x[rows], y[rows], return_dict=True)
        result["loss"].append(float(running["loss"]))
        result["accuracy"].append(float(running["accuracy"]))
        measured = model.evaluate(validation[0], validation[1], verbose=0, return_dict=True)
        result["val_loss"].append(float(measured["loss"]))
        result["val_accuracy"].append(float(measured["accuracy"]))
    return result
