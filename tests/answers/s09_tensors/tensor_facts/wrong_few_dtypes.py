# fails: test_tensors, test_dtype_kept
# diagnosis: DTYPE.tensor, DTYPE.array
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
        "dtype": d if (d := keras.backend.standardize_dtype(tensor.dtype)) in ("float16", "float32", "float64", "int32", "int64", "uint8", "bool") else "float32",
    }
