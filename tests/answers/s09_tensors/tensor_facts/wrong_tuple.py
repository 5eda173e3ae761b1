# fails: test_facts
# diagnosis: DICTIONARY.values
import numpy as np


def tensor_facts(values):
    array = np.asarray(values)
    return array.ndim, array.shape, array.size, array.dtype.name
