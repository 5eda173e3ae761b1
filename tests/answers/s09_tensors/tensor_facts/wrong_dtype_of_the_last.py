# fails: test_dtype_of_lists
# diagnosis: DTYPE.point
import keras
import numpy as np


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    last = values
    while isinstance(last, list):
        last = last[-1]
    known = {bool: "bool", int: "int32", float: "float32"}
    dtype = known[type(last)] if type(last) in known else keras.backend.standardize_dtype(tensor.dtype)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": int(np.prod(shape)),
        "dtype": dtype,
    }
