"""Gaussian noise of one's own in a training, as the GaussianNoise layer that it is."""

from numbers import Integral, Real
from typing import Any

import keras
import numpy as np

from keraskata.boundary.keras_parts import NotKeras

_NUMBERS = 100_000  # of one draw: each figure is known to a tenth, or less, of what it may differ by
_FEWEST = 30  # rows of a draw, however many numbers each has


def as_gaussian_noise(layer: Any, row: Any) -> Any:
    """Return the GaussianNoise layer that a layer without weights is by what it draws; None for others.

    At inference it gives back its rows. In training it adds noise to them: normal, of mean 0, the same for all rows
    whatever they hold, and drawn for each number by itself, and again in each call.
    """
    if keras.tree.is_nested(row):
        return None
    sides = [size or 5 for size in row.shape[1:]]
    width = int(np.prod(sides))
    count = max(_FEWEST, _NUMBERS // width)
    some = np.random.default_rng(0).normal(0, 3, (count, *sides)).astype("float32")
    try:
        if not np.array_equal(_answers(layer, some, training=False), some):
            return None
        draws = [_answers(layer, rows, training=True) - rows for rows in (np.zeros_like(some), some, some)]
    except Exception:  # whatever its `call` raises for such rows: it is followed then, which says so
        return None
    zero, one, other = (draw.reshape(count, width) for draw in draws)
    spread = float(np.sqrt(np.mean(np.square([zero, one, other]))))
    rows = some.reshape(count, width)
    pairs = (one, other), (zero, one), (one, rows), (np.abs(one), np.abs(rows))
    if not all(_is_normal(each, spread) for each in (zero, one, other)) or any(_go_together(*each) for each in pairs):
        return None
    return keras.layers.GaussianNoise(min(spread, 1), seed=0, name=layer.name) if spread < 1.01 else None


def in_place_of_draws(row: Any, shape: Any, mean: Any, stddev: Any, seed: Any) -> Any:
    """Return the GaussianNoise layer that makes, of zeros, what keras.random.normal draws for each number of `row`.

    None for other draws. Raises NotKeras for the same draw in each call: however many rows come, noise is to be new.
    """
    if isinstance(seed, Integral):
        raise NotKeras(
            f"keras.random.normal gets a plain number, {seed}, as its seed: so it draws the same noise in each call. "
            "Make a keras.random.SeedGenerator of it in __init__, and give that"
        )
    known = isinstance(mean, Real) and isinstance(stddev, Real)
    if not known or mean or not 0 <= stddev <= 1 or tuple(shape) != getattr(row, "shape", None):
        return None
    return keras.layers.GaussianNoise(float(stddev), seed=0)


def _answers(layer: Any, rows: np.ndarray, training: bool) -> np.ndarray:
    return np.asarray(keras.ops.convert_to_numpy(layer(keras.ops.convert_to_tensor(rows), training=training)))


def _is_normal(noise: np.ndarray, spread: float) -> bool:
    """Return whether numbers are normal with mean 0 and this spread, and each of a row and of a column its own."""
    if not spread > 0:
        return False
    count, width = noise.shape
    numbers = noise / spread
    near = abs(numbers.mean()) < 0.03 and abs(numbers.std() - 1) < 0.03
    normal = abs(np.mean(numbers**3)) < 0.15 and abs(np.mean(numbers**4) - 3) < 0.3
    of_columns = np.abs(numbers.mean(axis=0)).max() * np.sqrt(count)
    of_rows = width * np.mean(numbers.mean(axis=1) ** 2)
    return bool(near and normal and of_columns < 7 and of_rows < 1 + 10 * np.sqrt(2 / count))


def _go_together(one: np.ndarray, other: np.ndarray) -> bool:
    return bool(abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) > 0.03)
