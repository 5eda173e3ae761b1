# fails: test_dtype_of_lists
# diagnosis: DTYPE.more
import keras
import numpy as np


def tensor_facts(values):
    tensor = keras.ops.convert_to_numpy(values) if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": str(tensor.dtype) if hasattr(values, "dtype") else f"<dtype: {keras.backend.standardize_dtype(tensor.dtype)!r}>",
    }
