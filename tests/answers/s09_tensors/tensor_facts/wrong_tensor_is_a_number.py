# fails: test_tensors
# diagnosis: RANK.no_tensor
import keras
import numpy as np


def tensor_facts(values):
    if isinstance(values, (list, np.ndarray)):
        dtype = values.dtype.name if isinstance(values, np.ndarray) else None
        array = np.array(values)
        dtype = dtype or keras.backend.standardize_dtype(keras.ops.convert_to_tensor(values).dtype)
        return {"rank": array.ndim, "shape": array.shape, "size": array.size, "dtype": dtype}
    kind = keras.backend.standardize_dtype(keras.ops.convert_to_tensor(values).dtype)
    return {"rank": 0, "shape": (), "size": 1, "dtype": kind}
