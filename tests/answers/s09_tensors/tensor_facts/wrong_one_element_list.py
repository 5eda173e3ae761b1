# fails: test_lists
# diagnosis: RANK.one_item
import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    if isinstance(values, list) and len(values) == 1 and not isinstance(values[0], list):
        tensor = keras.ops.convert_to_tensor(values[0])
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": math.prod(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
