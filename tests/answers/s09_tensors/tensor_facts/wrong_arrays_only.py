# fails: test_lists, test_scalars, test_dtype_of_lists
# says: list, no attribute
import keras


def tensor_facts(values):
    shape = tuple(values.shape)
    size = 1
    for length in shape:
        size *= length
    return {"rank": len(shape), "shape": shape, "size": size, "dtype": keras.backend.standardize_dtype(values.dtype)}
