"""NumPy's arrays and scalars of truth values, numbers and text, as their bytes; those of Python objects, as a list."""

import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from keraskata.boundary.bounds import MAX_BYTES, Reader, Readers
from keraskata.boundary.errors import NotAValue
from keraskata.boundary.kinds import Packer

_DTYPE = re.compile(r"[<>|=][biufU][1-9]\d{0,7}")  # no complex numbers, dates and bytes: no grader expects any


def takes(value: Any) -> bool:
    """Return whether `value` is one of NumPy's arrays or scalars."""
    return isinstance(value, (np.generic, np.ndarray))


def pack(value: Any, packer: Packer) -> dict[str, Any]:
    """Return the plain form of an array or scalar. Raises NotAValue for what may not cross."""
    if isinstance(value, np.ma.MaskedArray) and np.any(np.ma.getmaskarray(value)):
        raise NotAValue("it is an array with masked places, which hold no numbers")
    array = np.asarray(value)
    if array.dtype.hasobject:
        if array.size > 1_000_000:
            raise NotAValue("it is an array of more than a million Python objects")
        _check_shape(array.shape, 1)
        item_of = packer.of_array()
        return {"": "objects", "shape": list(array.shape), "items": [item_of(_alone(item)) for item in array.ravel()]}
    if array.nbytes > MAX_BYTES:
        raise NotAValue(
            f"it is an array of shape {array.shape}, {array.nbytes / 1e6:.0f} MB; {MAX_BYTES / 1e6:.0f} MB is the most"
        )
    if not _DTYPE.fullmatch(array.dtype.str):
        raise NotAValue(f"it is an array of {str(array.dtype)[:100]}, which cannot be handed over")
    _check_shape(array.shape, array.itemsize)
    by_columns = array.flags.f_contiguous and not array.flags.c_contiguous
    return {
        "": "array",
        "dtype": array.dtype.str,
        "shape": list(array.shape),
        "data": array.tobytes("F" if by_columns else "C"),
        "by_columns": by_columns,
        "scalar": isinstance(value, np.generic),
    }


def _check_shape(shape: Sequence[int], itemsize: int) -> None:
    """Raise NotAValue for a shape that nobody can reckon with: where one length is 0, the others can be any."""
    if math.prod(length or 1 for length in shape) * itemsize > MAX_BYTES:
        raise NotAValue(f"it is an array without a number, of shape {tuple(shape)}: no length of it can be so large")


def _alone(item: Any) -> Any:
    """Return an array without axes as its only item: a number of evaluate's in a table is one."""
    return item[()] if isinstance(item, np.ndarray) and item.ndim == 0 else item


def _read_array(plain: dict[str, Any], read: Reader) -> Any:
    read.spend(5)
    if not _DTYPE.fullmatch(plain["dtype"]):
        raise ValueError("an array of a strange kind")
    dtype, shape, data = np.dtype(plain["dtype"]), plain["shape"], plain["data"]
    _check_shape(shape, dtype.itemsize)
    # In memory, a truth value has no third form.
    array = np.frombuffer(data, "u1") != 0 if dtype.kind == "b" else np.frombuffer(data, dtype).copy()
    if dtype.kind == "U" and array.size and array.view(np.dtype("u4").newbyteorder(dtype.byteorder)).max() > 0x10FFFF:
        raise ValueError("an array of text that is none")
    array = array.reshape(shape, order="F" if plain["by_columns"] else "C")
    return array[()] if plain["scalar"] else array


def _read_objects(plain: dict[str, Any], read: Reader) -> np.ndarray:
    _check_shape(plain["shape"], 1)
    array = np.empty(len(plain["items"]), dtype=object)
    for place, item in enumerate(plain["items"]):  # at once, arrays in it would become an array of all their numbers
        array[place] = read(item)
    return array.reshape(plain["shape"])


READERS: Readers = {"array": _read_array, "objects": _read_objects}
