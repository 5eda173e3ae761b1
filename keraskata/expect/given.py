"""Words for the input of a call: written out where it is small, as the smallest that fails mostly is."""

from typing import Any

import numpy as np

from keraskata.subject.call_text import short

_MOST = 12  # numbers or items that are written out
_USUAL = ("float64", "int64", "bool")


def written_call(name: str, arguments: tuple[Any, ...]) -> str:
    """Return a call as a learner would write it, `sigmoid([0, 1])`."""
    return f"{name}({', '.join(map(written, arguments))})"


def written(value: Any) -> str:
    """Return an argument, written out where it is small."""
    if isinstance(value, np.ndarray):
        if value.size == 0 or value.size > _MOST:
            kind = "" if str(value.dtype) in _USUAL else f"{value.dtype} "
            return f"{kind}array of shape {value.shape}"
        numbers = np.array2string(value, separator=", ", precision=6, floatmode="maxprec").replace("\n", "")
        numbers = " ".join(numbers.split()).replace("[ ", "[")
        return numbers if str(value.dtype) in _USUAL else f"{numbers} ({value.dtype})"
    if isinstance(value, np.generic):
        return str(value)
    if isinstance(value, str):
        return repr(value) if len(value) <= 60 else f"{value[:57]!r}..."
    if isinstance(value, (list, tuple, dict)) and len(repr(value)) <= 80:
        return repr(value)
    return short(value)
