# fails: test_arrays, test_tensors
# diagnosis: SIZE.first
import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    a, b, c, *_ = shape = tuple(tensor.shape) + (1, 1, 1)
    shape = shape[:-3]
    return {
        "rank": len(shape),
        "shape": shape,
        "size": a * b * c,
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
