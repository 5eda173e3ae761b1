# different: np.prod of an empty shape is 1.0; the dtype is cut out of its own text
import keras
import numpy as np


def tensor_facts(values):
    if not hasattr(values, "shape"):
        values = keras.ops.convert_to_tensor(values)
    shape = np.shape(keras.ops.convert_to_numpy(values))
    text = str(values.dtype)
    name = text.split("'")[1] if "'" in text else text.split(".")[-1]
    return {"rank": len(shape), "shape": shape, "size": np.prod(shape), "dtype": name}
