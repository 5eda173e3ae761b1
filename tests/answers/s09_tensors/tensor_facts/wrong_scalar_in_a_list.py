# fails: test_scalars
# diagnosis: RANK.in_a_list
import keras
import numpy as np


def tensor_facts(values):
    tensor = np.atleast_1d(keras.ops.convert_to_numpy(keras.ops.convert_to_tensor(values)))
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
