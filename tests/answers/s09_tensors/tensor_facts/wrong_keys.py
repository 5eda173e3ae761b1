# fails: test_facts
# diagnosis: KEYS_ARE.spelling
import numpy as np


def tensor_facts(values):
    array = np.asarray(values)
    return {"n_axes": array.ndim, "shape": array.shape, "size": array.size, "dtype": array.dtype.name}
