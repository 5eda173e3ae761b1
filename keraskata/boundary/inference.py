"""What two steps of a model make of the same rows when nothing trains."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np

_ROWS = 30  # a part with a ReLU may answer a few rows by zeros alone, whatever else it does
_NUMBERS = 300_000  # fewer rows where each is a large picture


def alike(own: Callable[[Any], Any], known: Callable[[Any], Any], row: Any) -> bool:
    """Return whether `own` and `known` answer rows like the symbolic `row` alike."""
    rng = np.random.default_rng(0)
    largest = max(int(np.prod(_sides(part))) for part in keras.tree.flatten(row))
    count = max(2, min(_ROWS, _NUMBERS // largest))

    def drawn(part: Any) -> Any:
        return keras.ops.cast(rng.normal(size=(count, *_sides(part))), part.dtype)

    rows = keras.tree.map_structure(drawn, row)
    answers = ([keras.ops.convert_to_numpy(part) for part in keras.tree.flatten(step(rows))] for step in (own, known))
    pairs = zip(*answers, strict=True)
    return all(np.allclose(one, other, rtol=1e-3, atol=1e-4, equal_nan=True) for one, other in pairs)


def _sides(part: Any) -> list[int]:
    return [size or 5 for size in part.shape[1:]]
