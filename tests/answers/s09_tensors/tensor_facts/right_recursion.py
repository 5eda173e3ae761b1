# different: looks into the lists itself, without NumPy
import keras


def _shape(values):
    if isinstance(values, (list, tuple)):
        return [len(values)] + _shape(values[0])
    return []


def _numbers(values):
    if not isinstance(values, (list, tuple)):
        return [values]
    return [number for value in values for number in _numbers(value)]


def tensor_facts(values):
    if hasattr(values, "shape"):
        shape, dtype = list(values.shape), keras.backend.standardize_dtype(values.dtype)
    else:
        shape, kinds = _shape(values), {type(number) for number in _numbers(values)}
        dtype = "float32" if float in kinds else "int32" if int in kinds else "bool"
    size = 1
    for length in shape:
        size *= length
    return {"rank": len(shape), "shape": tuple(shape), "size": size, "dtype": dtype}
