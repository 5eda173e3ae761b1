# fails: test_arrays, test_lists, test_tensors
# diagnosis: SIZE.first
import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    size = 1
    for length in shape[:2]:
        size *= length
    return {
        "rank": len(shape),
        "shape": shape,
        "size": size,
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
