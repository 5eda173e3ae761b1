# fails: test_dtype_kept
# diagnosis: DTYPE.array
import keras
import numpy as np


def tensor_facts(values):
    tensor = keras.ops.convert_to_numpy(values) if keras.ops.is_tensor(values) else np.asarray(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": {"f": "float32", "i": "int32", "u": "int32", "b": "bool"}[tensor.dtype.kind],
    }
