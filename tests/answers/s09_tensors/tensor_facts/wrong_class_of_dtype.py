# fails: test_dtype_kept, test_dtype_of_lists
# diagnosis: DTYPE.python
import keras
import numpy as np


def tensor_facts(values):
    tensor = keras.ops.convert_to_numpy(keras.ops.convert_to_tensor(values))
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": type(tensor.ravel()[:1].tolist()[0]).__name__ if tensor.size else "float",
    }
