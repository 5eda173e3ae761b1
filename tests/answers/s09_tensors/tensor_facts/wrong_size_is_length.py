# fails: test_arrays
# diagnosis: SIZE.length
import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": shape[0] if shape else 1,
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
