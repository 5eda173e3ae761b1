# fails: test_dtype_of_lists
# diagnosis: DTYPE.truth
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    dtype = "int32" if isinstance(values, int) else keras.backend.standardize_dtype(tensor.dtype)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": dtype,
    }
