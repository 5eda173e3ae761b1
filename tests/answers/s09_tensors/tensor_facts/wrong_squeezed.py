# fails: test_arrays
# diagnosis: RANK.squeezed
import keras
import numpy as np


def tensor_facts(values):
    tensor = np.squeeze(keras.ops.convert_to_numpy(keras.ops.convert_to_tensor(values)))
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
