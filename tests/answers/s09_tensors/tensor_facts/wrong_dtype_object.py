# fails: test_dtype_kept, test_dtype_of_lists
# diagnosis: DTYPE.object
import keras
import numpy as np


def tensor_facts(values):
    tensor = keras.ops.convert_to_numpy(keras.ops.convert_to_tensor(values))
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": tensor.dtype,
    }
