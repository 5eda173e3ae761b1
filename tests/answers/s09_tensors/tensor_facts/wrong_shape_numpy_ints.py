# fails: test_arrays, test_lists, test_tensors
# diagnosis: SHAPE.whole
import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(float(n) for n in tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": math.prod(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
