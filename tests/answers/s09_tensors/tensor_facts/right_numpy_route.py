# different: keras.ops.shape, size, ndim
import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(int(n) for n in keras.ops.shape(tensor))
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(keras.ops.size(tensor)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
