# fails: test_dtype_of_lists
# diagnosis: DTYPE.small
import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": math.prod(shape),
        "dtype": "uint8" if isinstance(values, list) and len(values) > 4 and all(isinstance(v, int) and 0 <= v < 256 and v is not True and v is not False for v in values) else keras.backend.standardize_dtype(tensor.dtype),
    }
