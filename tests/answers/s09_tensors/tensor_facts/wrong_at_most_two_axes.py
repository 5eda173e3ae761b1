# fails: test_arrays
# diagnosis: RANK.most
import keras
import numpy as np


def tensor_facts(values):
    tensor = keras.ops.convert_to_numpy(keras.ops.convert_to_tensor(values))
    shape = tuple(tensor.shape)
    return {
        "rank": min(len(shape), 2),
        "shape": shape if len(shape) < 3 else (shape[0], tensor[0].size),
        "size": int(np.prod(shape)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
