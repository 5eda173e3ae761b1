# fails: test_tensors
# diagnosis: DTYPE.object
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": tensor.dtype if keras.ops.is_tensor(values) else keras.backend.standardize_dtype(tensor.dtype),
    }
