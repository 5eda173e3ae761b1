# fails: test_arrays
# diagnosis: RANK.method
# a method stands for the rank
import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": shape.__len__,
        "shape": shape,
        "size": math.prod(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
