# different: converts whatever comes, and counts in NumPy; the shape is left as the tensor has it
import keras
import numpy as np


def tensor_facts(values):
    tensor = keras.ops.convert_to_tensor(values)
    array = keras.ops.convert_to_numpy(tensor)
    return dict(rank=np.ndim(array), shape=tensor.shape, size=np.size(array), dtype=array.dtype.name)
