# fails: test_scalars
# diagnosis: SIZE.single
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)) if shape else 0,
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
