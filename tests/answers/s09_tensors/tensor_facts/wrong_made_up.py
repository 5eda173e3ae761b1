# fails: test_arrays, test_scalars, test_dtype_of_lists
# diagnosis: RANK.fixed, DTYPE.all
import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": 2,
        "shape": (2, 3),
        "size": 6,
        "dtype": "float32",
    }
