# fails: test_arrays, test_scalars, test_tensors
# diagnosis: SIZE.zeros
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.count_nonzero(keras.ops.convert_to_numpy(tensor))),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
