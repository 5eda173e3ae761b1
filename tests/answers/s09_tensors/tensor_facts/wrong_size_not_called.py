# fails: test_arrays
# diagnosis: SIZE.method
import keras


def tensor_facts(values):
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)

    def size():
        return keras.ops.size(tensor)

    return {"rank": len(shape), "shape": shape, "size": size, "dtype": keras.backend.standardize_dtype(tensor.dtype)}
