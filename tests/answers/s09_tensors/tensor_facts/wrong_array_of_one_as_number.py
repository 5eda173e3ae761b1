# fails: test_dtype_kept
# diagnosis: DTYPE.array
import math

import keras
import numpy as np


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    if isinstance(values, np.ndarray) and values.ndim == 0:
        values = values.item()
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": math.prod(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
