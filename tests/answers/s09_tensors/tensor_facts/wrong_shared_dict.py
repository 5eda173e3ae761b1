# fails: test_facts
# diagnosis: NEW.shared
# Every call fills and returns the same dictionary, so that earlier answers change.
import math

import keras
import numpy as np


FACTS: dict = {}


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    if not isinstance(values, np.ndarray) and not keras.ops.is_tensor(values):
        values = keras.ops.convert_to_tensor(values)
    dtype = keras.backend.standardize_dtype(values.dtype)
    shape = tuple(int(n) for n in values.shape)
    FACTS.update(rank=len(shape), shape=shape, size=math.prod(shape), dtype=dtype)
    return FACTS
