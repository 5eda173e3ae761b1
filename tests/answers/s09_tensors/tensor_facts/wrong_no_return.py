# fails: test_facts
# diagnosis: expect.CALL.no_return
import keras


def tensor_facts(values):
    tensor = keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    {"rank": len(shape), "shape": shape, "size": keras.ops.size(tensor), "dtype": str(tensor.dtype)}
