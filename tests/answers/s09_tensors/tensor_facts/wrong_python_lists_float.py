# fails: test_dtype_of_lists
# diagnosis: DTYPE.whole
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values, dtype="float32")
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
