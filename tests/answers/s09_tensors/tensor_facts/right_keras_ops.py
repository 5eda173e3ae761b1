# different: everything with keras.ops; size is a tensor with one number
from keras import backend, ops


def tensor_facts(values):
    dtype = None if not hasattr(values, "dtype") else backend.standardize_dtype(values.dtype)
    t = ops.convert_to_tensor(values, dtype=dtype)
    return {"rank": ops.ndim(t), "shape": ops.shape(t), "size": ops.size(t), "dtype": backend.standardize_dtype(t.dtype)}
