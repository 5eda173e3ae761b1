# fails: test_arrays
# diagnosis: SIZE.empty
import math

import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    numbers = math.prod(shape) or 1
    return {"rank": len(shape), "shape": shape, "size": numbers, "dtype": keras.backend.standardize_dtype(tensor.dtype)}
