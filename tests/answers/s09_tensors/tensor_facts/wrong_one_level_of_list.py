# fails: test_lists
# diagnosis: RANK.levels
import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = (len(values),) if isinstance(values, list) else tuple(tensor.shape)
    size = 1
    for length in shape:
        size *= length
    return {"rank": len(shape), "shape": shape, "size": size, "dtype": keras.backend.standardize_dtype(tensor.dtype)}
