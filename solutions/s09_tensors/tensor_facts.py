"""Say what a tensor is: how many axes it has, how long they are, how many numbers it holds, and of which type.

A tensor is more than an array of numbers: it also has a dtype, one type for all of them. (A symbolic tensor, such as
keras.Input makes, has shape and dtype but holds no numbers yet; none is asked about here.) `values` is a single number,
a list (of lists of ...), a NumPy array or a Keras tensor, with up to four axes. Return a new dictionary: rank (the
number of axes; 0 for a single number), shape (a tuple: the length of each axis), size (how many numbers in all) and
dtype (its name as text, such as "float32"; keras.backend.standardize_dtype knows it). Arrays and tensors keep the dtype
that they have. Numbers and lists have none yet: give the one that keras.ops.convert_to_tensor chooses, which is "int32"
for whole numbers, "float32" as soon as one has a decimal point, and "bool" for True and False.

Read: kata book tensor_facts
"""

import math

import keras


def tensor_facts(values) -> dict:
    """Return rank, shape, size and dtype of a number, a list, an array or a tensor."""
    # An array is not converted: on JAX, 64 bits would become 32.
    tensor = values if hasattr(values, "dtype") else keras.ops.convert_to_tensor(values)
    shape = tuple(tensor.shape)
    return {
        "rank": len(shape),
        "shape": shape,
        "size": math.prod(shape),
        "dtype": keras.backend.standardize_dtype(tensor.dtype),
    }
