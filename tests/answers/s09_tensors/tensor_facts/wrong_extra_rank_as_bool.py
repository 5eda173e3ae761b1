# fails: test_scalars, test_tensors
# diagnosis: COUNT.truth
import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape) if shape else False,
        "shape": shape,
        "size": math.prod(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
