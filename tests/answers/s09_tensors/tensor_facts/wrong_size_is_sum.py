# fails: test_arrays
# diagnosis: SIZE.sum
import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": sum(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
