# fails: test_tensors
# diagnosis: DTYPE.tensor
import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    if not isinstance(values, (list, int, float)) and type(values).__module__ != "numpy" and "int32" in str(tensor.dtype):
        tensor = keras.ops.cast(tensor, "float32")
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": math.prod(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
