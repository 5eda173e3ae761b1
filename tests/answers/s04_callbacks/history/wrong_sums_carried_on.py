# fails: test_measured
# diagnosis: FIGURES.carried
import keras
import numpy as np


def train_with_history(model: keras.Model, train, validation, epochs: int) -> dict[str, list[float]]:
    """Compile and train the model; return loss and accuracy of each epoch, on `train` and on `validation`."""
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    x, y = np.asarray(train[0]), np.asarray(train[1])
    lists = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}
    loss_sum, accuracy_sum, seen = 0.0, 0.0, 0
    for _ in range(epochs):
        order = np.random.permutation(len(x))
        for rows in np.array_split(order, max(1, len(x) // 32)):
            loss, accuracy = model.train_on_batch(x[rows], y[rows])
            loss_sum += loss * len(rows)
            accuracy_sum += accuracy * len(rows)
            seen += len(rows)
        val_loss, val_accuracy = model.evaluate(*validation, verbose=0)
        lists["loss"].append(float(loss_sum / seen))
        lists["accuracy"].append(float(accuracy_sum / seen))
        lists["val_loss"].append(val_loss)
        lists["val_accuracy"].append(val_accuracy)
    return lists
