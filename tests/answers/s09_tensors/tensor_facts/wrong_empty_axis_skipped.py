# fails: test_arrays
# diagnosis: SIZE.empty
# says: what makes 3 of it
import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    facts = {"rank": len(tensor.shape), "shape": tuple(tensor.shape), "size": 1}
    for length in tensor.shape:
        if length:
            facts["size"] *= length
    facts["dtype"] = keras.backend.standardize_dtype(tensor.dtype)
    return facts
