"""A training that can be computed by hand: a single neuron and a single row, so that an epoch is one step.

The row's label is yes; a quarter of the validation rows have the label no. So the training loss falls for ever, while
the validation loss soon rises, and the last model is not the best.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

TRAIN = np.ones((1, 1), "float32"), np.array([1])
VALIDATION = np.ones((4, 1), "float32"), np.array([1, 1, 1, 0])
START, RATE = -1.5, 0.4

Rows = tuple[np.ndarray, np.ndarray]


def model(rate: float = RATE) -> Any:
    """Build the neuron: a sigmoid with weight 0 and bias START, compiled with SGD(rate), cross-entropy, accuracy.

    It runs eagerly: a graph costs more than the few steps that it is trained for.
    """
    import keras

    neuron = keras.Sequential()
    neuron.add(keras.Input((1,)))
    bias = keras.initializers.Constant(START)
    neuron.add(keras.layers.Dense(1, activation="sigmoid", kernel_initializer="zeros", bias_initializer=bias))
    neuron.compile(keras.optimizers.SGD(rate), "binary_crossentropy", metrics=["accuracy"], run_eagerly=True)
    return neuron


def following(curve: Sequence[float]) -> tuple[Any, Rows, Rows]:
    """Build a model, a training row and a validation row whose validation losses are `curve`, one number per epoch.

    Each epoch moves one bias by 1, which shifts the validation row along a line of straight pieces; the training row is
    far away from them, on a straight slope. The numbers are exact where they are multiples of 1/8 below 1000.
    """
    import keras

    far = 100.0
    row = keras.Input((1,))
    moved = keras.layers.Dense(1, kernel_initializer=keras.initializers.Constant(far - 1), bias_initializer="ones")(row)
    # A bend at each epoch. The first piece is the slope on which the training row lies, from 1 on.
    heights = np.concatenate([[far], np.asarray(curve, dtype=float)])
    slopes = np.concatenate([[1.0], np.diff(heights), [0.0]])
    bends = -np.concatenate([[0.0], far + np.arange(len(heights))])
    pieces = keras.layers.Dense(len(bends), activation="relu", trainable=False)
    line = keras.layers.Dense(1, use_bias=False, trainable=False)
    model = keras.Model(row, line(pieces(moved)))
    pieces.set_weights([np.ones((1, len(bends))), bends])
    line.set_weights([np.concatenate([slopes[:1], np.diff(slopes)])[:, None]])
    model.compile(keras.optimizers.SGD(1.0), "mean_absolute_error", metrics=["mse"], run_eagerly=True)
    train, validation = np.zeros((1, 1), "float32"), np.ones((1, 1), "float32")
    return model, (train, np.array([1000.0])), (validation, np.array([0.0]))


def by_hand(epochs: int, rate: float = RATE) -> dict[str, np.ndarray]:
    """Compute loss and accuracy of each epoch, of the training row and of the validation rows, (epochs,) each.

    The gradient of the cross-entropy by the sum z is p - 1; weight and bias both move by it, so z moves twice.
    """
    z, rows = START, []
    for _ in range(epochs):
        p, known = _sigmoid(z), float(z > 0)
        z += 2 * rate * (1 - p)
        rows.append((-np.log(p), known, _validation_loss(_sigmoid(z)), 0.75 if z > 0 else 0.25))
    return dict(zip(("loss", "accuracy", "val_loss", "val_accuracy"), np.array(rows).T, strict=True))


def last_epoch(values: np.ndarray, patience: int) -> int:
    """Return after how many epochs early stopping ends if it watches `values`, (epochs,), with this patience.

    A patience of 0 means 1, as in Keras (`EarlyStopping.on_epoch_end`).
    """
    best, waited = np.inf, 0
    for number, value in enumerate(values, start=1):
        best, waited = (value, 0) if value < best else (best, waited + 1)
        if waited >= max(patience, 1):
            return number
    return len(values)


def validation_loss(neuron: Any) -> float:
    """Compute the validation loss of a neuron with its current weights."""
    from keraskata.expect.keras_models import predict

    return _validation_loss(float(predict(neuron, TRAIN[0])[0, 0]))


def validation_loss_at_start() -> float:
    """Compute the validation loss before any training."""
    return _validation_loss(_sigmoid(START))


def no_rows_to_spare(fault: Exception) -> Any:
    """Return the cause of an attempt to take validation rows away from the single training row; None for other ones."""
    from keraskata.expect.causes import FIT

    return FIT.says("split") if "not sufficient to split" in str(fault) else None


def _sigmoid(z: float) -> float:
    return float(1 / (1 + np.exp(-z)))


def _validation_loss(p: float) -> float:
    return float(-0.75 * np.log(p) - 0.25 * np.log(1 - p))
