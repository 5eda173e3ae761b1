# different: NumPy alone, and the rule of the lists in a table
import keras
import numpy as np

PLAIN = {"b": "bool", "i": "int32", "f": "float32"}


def tensor_facts(values):
    if isinstance(values, np.ndarray):
        array, dtype = values, str(values.dtype)
    elif keras.ops.is_tensor(values):
        array, dtype = keras.ops.convert_to_numpy(values), keras.backend.standardize_dtype(values.dtype)
    else:
        array = np.array(values)
        dtype = PLAIN[array.dtype.kind]
    return {"rank": array.ndim, "shape": array.shape, "size": array.size, "dtype": dtype}
