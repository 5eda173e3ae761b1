# fails: test_scalars
# diagnosis: SIZE.single
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
        "size": math.prod(shape) if not isinstance(values, (int, float)) or values >= 0 else 0,
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
