# fails: test_arrays
# diagnosis: SHAPE.first_missing
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape[1:],
        "size": int(np.prod(shape)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
