# fails: test_dtype_of_lists
# diagnosis: DTYPE.numpy
import keras
import numpy as np


def tensor_facts(values):
    tensor = np.asarray(keras.ops.convert_to_numpy(values)) if keras.ops.is_tensor(values) else np.asarray(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": tensor.dtype.name,
    }
