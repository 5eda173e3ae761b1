# fails: test_arrays
# diagnosis: RANK.first_axis
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": shape[0] if shape else 0,
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
