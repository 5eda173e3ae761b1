"""Words for a learner's values: what they are, rounded and shortened, and the likely cause of a fault."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from keraskata.boundary.keras_objects import HistoryDict
from keraskata.results import MAX_TEXT


@dataclass(frozen=True)
class Diagnosis:
    """What a fault most likely comes from: the name of a row, such as "SIGMOID.sign", or "", and its words."""

    row: str
    words: str | None


class Lookup:
    """A cause that is looked up only if the check fails."""

    def diagnosis(self) -> Diagnosis:
        """Return the cause."""
        raise NotImplementedError


Likely = str | Lookup | None


def diagnosed(likely: Likely) -> Diagnosis:
    """Return a cause in words, whether it has a row of its own or not."""
    return likely.diagnosis() if isinstance(likely, Lookup) else Diagnosis("", likely)


def number(value: Any) -> str:
    """Write a number with the digits that matter; other values shortened."""
    if isinstance(value, (str, bytes)):
        return repr(value[:MAX_TEXT])
    if isinstance(value, bool) or value is None:
        return repr(value)
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, (float, np.floating)):
        return f"{float(value):.4g}"
    if isinstance(value, np.ndarray):
        if value.size <= 6:
            return np.array2string(value, precision=4, separator=", ")
        begins = np.array2string(value.ravel()[:4], precision=4, separator=", ")[:-1]
        return f"an array of shape {value.shape} that begins {begins}, ...]"
    if isinstance(value, (list, tuple)):
        shown = ", ".join(number(item) for item in value[:6]) + (", ..." if len(value) > 6 else "")
        shown += "," if isinstance(value, tuple) and len(value) == 1 else ""
        return f"({shown})" if isinstance(value, tuple) else f"[{shown}]"
    if isinstance(value, dict):
        shown = ", ".join(f"{number(key)}: {number(item)}" for key, item in list(value.items())[:6])
        return f"{{{shown}{', ...' if len(value) > 6 else ''}}}"
    text = repr(value)
    return text if len(text) < 120 else type_name(value)


def told_apart(one: float, other: float) -> tuple[str, str]:
    """Write two numbers that differ with as many digits as it takes to see it; at least with those that matter."""
    texts = (number(one), number(other))
    for digits in (6, 9, 17):
        if texts[0] == texts[1]:
            texts = (f"{one:.{digits}g}", f"{other:.{digits}g}")
    return texts


def is_number(value: Any) -> bool:
    """Return whether it is one number, also as an array without axes; True and False are not numbers."""
    if isinstance(value, np.ndarray):
        return value.ndim == 0 and value.dtype.kind in "iuf"
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)


def is_history(value: Any) -> bool:
    """Return whether the learner returned Keras' History itself, and not the dictionary that it holds."""
    return isinstance(value, HistoryDict)


def array(value: Any) -> np.ndarray:
    """Make an array of any shape and type: an array of objects if the parts do not fit together."""
    try:
        return np.asarray(value)
    except ValueError:
        parts = np.empty(len(value), dtype=object)
        for place, part in enumerate(value):
            parts[place] = part
        return parts


def type_name(value: Any) -> str:
    """Return the type of `value` with its article, such as "a list" or "an ndarray"."""
    if value is None:
        return "nothing (None)"
    return with_article("History" if is_history(value) else type(value).__name__)


def with_article(name: str) -> str:
    """Return the name of a class with its article, such as "an Axes" or "a Figure"."""
    return f"an {name}" if name[0] in "aeiouAEIO" else f"a {name}"


def epochs(number: int) -> str:
    """Write a number of epochs in words."""
    return "one epoch" if number == 1 else f"{number} epochs"


def cause(*known: tuple[Any, Likely] | Likely) -> Likely:
    """Return the words of the first (condition, words) whose condition holds; a last item without one is the default.

    What stands for words may be looked up in a table, as `TABLE.of(...)`.
    """
    for item in known:
        if not isinstance(item, tuple):
            return item
        condition, words = item
        if _holds(condition):
            return words
    return None


def _holds(condition: Any) -> bool:
    """Return whether a condition holds; the comparison of an array or a table has no single answer: False."""
    try:
        return bool(condition)
    except ValueError:
        return False
