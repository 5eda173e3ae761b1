"""Indexes that are none, labels that are text, and the logarithm of 0."""

import re
from typing import Any

import numpy as np

from keraskata.subject.messages.seen import Seen

_INDEX = "only integers, slices|arrays used as indices must be of integer|list indices must be integers or slices"
_LOG = "log(0) is minus infinity: look at what goes into the logarithm, and keep it above 0"


def cause_of(seen: Seen) -> str | None:
    """Find it on the learner's own line, or in to_categorical."""
    if held := seen.below("keras.src.utils.numerical_utils", "to_categorical"):
        return _one_hot(held, seen.text)
    if not seen.own_line:
        return None
    return _index(seen) or _outside(seen) or _logarithm(seen)


def _one_hot(held: dict[str, Any], text: str) -> str | None:
    values, known = np.asarray(held.get("x")), held.get("num_classes")
    if values.dtype.kind in "USO" and "invalid literal for int()" in text:
        return f"the labels are text, such as {str(values.flat[0])[:20]!r}: give each word a number first"
    if values.dtype.kind in "iu" and isinstance(known, int) and "out of bounds" in text:
        return f"the labels run from {values.min()} to {values.max()}, and {known} classes count from 0 to {known - 1}"
    return None


def _index(seen: Seen) -> str | None:
    """Find text or decimals between brackets, among the names that stand there on the line."""
    single = seen.own_line.count("[") == 1  # of several brackets, any may be the wrong one
    if not single or not isinstance(seen.error, (IndexError, TypeError)) or not re.match(_INDEX, seen.text):
        return None
    for name in re.findall(r"\b[A-Za-z_]\w*\b", " ".join(re.findall(r"\[(.*?)\]", seen.own_line))):
        value = seen.named.get(name)
        if isinstance(value, (str, list, tuple, np.ndarray, float, np.floating)):
            values = np.asarray(value)
            if values.dtype.kind in "US" and values.size:
                return f"{name} is text, such as {str(values.flat[0])[:20]!r}, and an index is a whole number"
            if values.dtype.kind == "f" and values.ndim and np.isnan(values).any():
                missing = f"{int(np.isnan(values).sum())} of {values.size} places"
                return (
                    f"{name} holds nan in {missing}, as map gives for what it does not find: an index is a whole number"
                )
            if values.dtype.kind == "f":
                return f"{name} holds decimal numbers, and an index is a whole number, without a point"
    literal = re.search(r"""\[[^\]]*["'][^\]]*\]""", seen.own_line)
    return "the index is text, and places are whole numbers: only a dict is asked by name" if literal else None


def _outside(seen: Seen) -> str | None:
    found = re.fullmatch(r"index (\d+) is out of bounds for axis (\d+) with size (\d+)", seen.text)
    if not found or not isinstance(seen.error, IndexError) or int(found.group(3)) == 0:
        return None
    index, axis, size = map(int, found.groups())
    return f"axis {axis} has {size} places, counted from 0: the last is {size - 1}, and {index} is behind it"


def _logarithm(seen: Seen) -> str | None:
    by_zero = re.fullmatch("divide by zero encountered in log(2|10)?", seen.text)
    if isinstance(seen.error, FloatingPointError) and by_zero:
        return _LOG
    only_log = re.search(r"\blog\w*\(", seen.own_line) and not re.search(r"sqrt|acos|asin|pow|\*\*", seen.own_line)
    if isinstance(seen.error, ValueError) and only_log and re.match("math domain error|expected a positive", seen.text):
        return "log takes numbers above 0: look at what goes into it"
    if isinstance(seen.error, ValueError) and seen.text == "cannot convert float NaN to integer":
        return "the value is NaN, no number: look for a 0 / 0, or for a value that was missing"
    return None
