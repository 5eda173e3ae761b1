# fails: test_arrays
# diagnosis: SIZE.bytes
import keras


def tensor_facts(values):
    tensor = keras.ops.convert_to_numpy(keras.ops.convert_to_tensor(values))
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": tensor.nbytes,
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
