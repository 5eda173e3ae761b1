"""Says why a part of one's own cannot be told in Keras' parts, where its answers tell more than the error."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from keraskata.boundary import own_functions
from keraskata.boundary.keras_parts import NotKeras
from keraskata.boundary.own_layers import drawn, not_keras, within

_ROWS = 30


def other_in_training(step: Any, row: Any) -> NotKeras:
    """Return the error that a step is another function in training, or draws by chance outside of it, too."""
    name = own_functions.name_of(type(step))
    if _holds(_draws_at_inference, step, row):
        return NotKeras(
            f"{name} answers the same row otherwise in each call, also where it does not train: what it draws by "
            "chance belongs into the training alone, behind `if training:`"
        )
    return NotKeras(
        f"{name} answers otherwise while it trains, in a way of its own that cannot be told in Keras' parts: take a "
        "layer of Keras that does what you mean, such as GaussianNoise or Dropout"
    )


def by_its_answers(step: Any, row: Any, draws: bool, error: Exception) -> NotKeras:
    """Return why `step`, whose `call` raised `error` for a symbolic row, cannot be told.

    `draws` is whether it has neither weights nor layers inside it and is another function in training.
    """
    name = own_functions.name_of(type(step))
    if isinstance(step, keras.layers.BatchNormalization) and _holds(_goes_by_the_batch, step, row):
        return NotKeras(
            f"{name}, made from BatchNormalization, goes by the batch at inference, too: its answer to a row changes "
            "with the rows beside it, as with training=True. There the moving averages are asked for"
        )
    if draws and _holds(_leaves_zeros, step, row):
        return NotKeras(
            f"while it trains, {name} leaves zeros as they are, and changes ones by chance: is the noise multiplied "
            "with the row? Noise that is added can be told in Keras' parts, and so can Keras' own Dropout"
        )
    chance = (drawn(error) or not within(step)[1:]) and _holds(_draws_at_inference, step, row)
    return other_in_training(step, row) if draws or chance else not_keras(type(step), error)


def _holds(condition: Callable[[Any, Any], bool], step: Any, row: Any) -> bool:
    try:
        return condition(step, np.ones((_ROWS, *(size or 5 for size in row.shape[1:])), "float32"))
    except Exception:  # whatever its `call` raises for such rows
        return False


def _goes_by_the_batch(step: Any, ones: np.ndarray) -> bool:
    rows = _unlike(ones)
    return not np.allclose(_answers(step, rows, False)[:1], _answers(step, rows[:1], False), rtol=1e-3, atol=1e-3)


def _draws_at_inference(step: Any, ones: np.ndarray) -> bool:
    rows = _unlike(ones)
    return not np.allclose(_answers(step, rows, False), _answers(step, rows, False), rtol=1e-3, atol=1e-3)


def _unlike(ones: np.ndarray) -> np.ndarray:
    return np.random.default_rng(0).normal(0, 3, ones.shape).astype("float32")


def _leaves_zeros(step: Any, ones: np.ndarray) -> bool:
    changed = not np.array_equal(_answers(step, ones, True), _answers(step, ones, True))
    return changed and not _answers(step, 0 * ones, True).any()


def _answers(step: Any, rows: np.ndarray, training: bool) -> np.ndarray:
    return np.asarray(keras.ops.convert_to_numpy(step(keras.ops.convert_to_tensor(rows), training=training)))
