# fails: test_arrays
# diagnosis: RANK.matrix
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": int(np.linalg.matrix_rank(keras.ops.convert_to_numpy(tensor).astype(float))) if 0 < len(shape) < 3 and 0 not in shape else len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
