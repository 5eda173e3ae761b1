# fails: test_scalars
# says: no len
import keras


def tensor_facts(values):
    size = len(values)
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    for length in tensor.shape[1:]:
        size *= length
    dtype = keras.backend.standardize_dtype(tensor.dtype)
    return {"rank": len(tensor.shape), "shape": tuple(tensor.shape), "size": size, "dtype": dtype}
