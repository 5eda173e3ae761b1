"""What fit, evaluate or predict was given that is no table of numbers, or does not belong together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from keraskata.subject.keras_causes import takes_one_input
from keraskata.subject.messages.seen import Call, Seen, is_keras, shape_of, some

FITTING = ("fit", "evaluate", "train_on_batch", "test_on_batch")
_CALLS = (*FITTING, "predict", "predict_on_batch")
_NO_ARRAY = "Unrecognized data type|tuple index out of range"
_DTYPE = r"Invalid dtype: (object|str)|Unsupported object type|could not convert string to float|object_ is not a valid"
_OUTSIDE = r"index out of range in self|is not in \[0, "
_HALF = "Invalid dtype: object|None values not supported|None is not a valid value"


@dataclass(frozen=True)
class Data:
    """Features and labels that belong together, and how the sentence about them begins."""

    begin: str
    features: Any
    labels: Any


def data_of(call: Call) -> Iterator[Data]:
    """Yield what a call was given to train on or evaluate, then what it was given to validate with."""
    yield Data(f"{call.name} was given", call.given.get("x"), call.given.get("y"))
    pair = call.given.get("validation_data")
    if isinstance(pair, (tuple, list)) and len(pair) in (2, 3):
        yield Data("validation_data has", pair[0], pair[1])


def cause_of(seen: Seen) -> str | None:
    """Find data that Keras cannot take, from the arguments of the call."""
    call = seen.call
    if call and call.name == "__call__" and is_keras(call.owner, "Layer"):
        return _called(call, seen.text)
    if not call or call.name not in _CALLS or not is_keras(call.owner, "Model"):
        return None
    if words := _compiled(call, seen.text):
        return words
    if not takes_one_input(call.owner):
        return None
    return (
        _setting(call, seen.text)
        or _half(call, seen.text)
        or next((words for data in data_of(call) if (words := _wrong(data, seen.text))), None)
        or _weights(call, seen.text)
        or _embedded(call, call.given.get("x"), seen.text)
    )


def _called(call: Call, text: str) -> str | None:
    """Find None and objects in the call of a layer or model itself."""
    value = (call.given.get("args") or ("",))[0]
    if value is None:
        return f"this {type(call.owner).__name__} was called with None: a function without `return`?"
    if "Only input tensors may be passed" in text and isinstance(value, (list, tuple, str)):
        kind = type(value).__name__
        return f"this {type(call.owner).__name__} was called with a {kind}: it takes a tensor or an array of numbers"
    words = _no_numbers(value, "values") if re.search(_DTYPE, text) else None
    return words or _embedded(call, value, text)


def _embedded(call: Call, rows: Any, text: str) -> str | None:
    """Find numbers for which the Embedding at the beginning has no row."""
    layers = getattr(call.owner, "layers", (call.owner,))
    first = next((layer for layer in layers if type(layer).__name__ != "InputLayer"), None)
    known = int(getattr(first, "input_dim", None) or 0)
    if not re.search(_OUTSIDE, text) or type(first).__name__ != "Embedding" or not isinstance(rows, np.ndarray):
        return None
    if rows.dtype.kind not in "iuf" or (rows.min() >= 0 and rows.max() < known):
        return None
    return (
        f"the Embedding has places for 0 to {known - 1}, and is given {rows.min():g} to {rows.max():g}: see input_dim"
    )


def _compiled(call: Call, text: str) -> str | None:
    if call.name in FITTING and getattr(call.owner, "compiled", None) is False:
        return f"the model was never compiled: compile chooses the loss and the optimizer, and comes before {call.name}"
    if "No loss to compute" in text:
        return "compile was given no loss, so there is nothing that fit could make smaller"
    return None


def _setting(call: Call, text: str) -> str | None:
    """Find text and decimals in the place of a whole number."""
    for name in ("epochs", "batch_size"):
        value = call.given.get(name)
        if isinstance(value, (str, float)) and re.search("as an integer|unsupported operand", text):
            return f"{name} is {repr(value)[:30]}, and takes a whole number"
    return None


def _half(call: Call, text: str) -> str | None:
    """Find validation data without its labels."""
    data = call.given.get("validation_data")
    alone = hasattr(data, "shape") or (isinstance(data, (tuple, list)) and len(data) == 1)
    if call.given.get("y") is not None and alone and re.search(_HALF, text):
        return "validation_data was given features without labels: it takes both, as a pair"
    return None


def _wrong(data: Data, text: str) -> str | None:
    if re.search(_NO_ARRAY, text):
        return _no_array(data.begin, data.features, "features") or _no_array(data.begin, data.labels, "labels")
    if re.search(_DTYPE, text):
        return _no_numbers(data.features, "features") or _no_numbers(data.labels, "labels")
    return _count(data) if "cardinality" in text else None


def _no_array(begin: str, value: Any, what: str) -> str | None:
    """Describe a list and the like; a model with one input takes its features in one array."""
    kind = type(value).__name__
    if isinstance(value, (list, tuple)):
        return f"{begin} a {kind} of {len(value)} as {what}: Keras takes an array, which np.array makes of a list"
    if isinstance(value, (range, set, str, dict)):
        return f"{begin} a {kind} as {what}: Keras takes an array of numbers"
    return None


def _count(data: Data) -> str | None:
    """Count the rows and their labels."""
    if isinstance(data.features, (list, tuple)) and all(shape_of(part) is not None for part in data.features):
        return (
            f"{data.begin} a list of {some(len(data.features), 'array')}, which counts as {len(data.features)} inputs: "
            "make one array of it, with a row for each"
        )
    rows, labels = shape_of(data.features), shape_of(data.labels)
    if not rows or not labels or rows[0] == labels[0]:
        return None
    return f"{data.begin} {some(rows[0], 'row')} of features and {some(labels[0], 'label')}: each row needs its own"


def _weights(call: Call, text: str) -> str | None:
    rows, weights = shape_of(call.given.get("x")), shape_of(call.given.get("sample_weight"))
    if "cardinality" not in text or not rows or not weights or rows[0] == weights[0]:
        return None
    return f"{call.name} was given {some(rows[0], 'row')} and {some(weights[0], 'weight')}: each row needs one"


def _no_numbers(value: Any, what: str) -> str | None:
    """Find text, None and other objects in a table or array."""
    for name, column in _columns(value, what):
        if column.dtype.kind in "US" and column.size:
            return f"{name} are text, such as {_shown(column.flat[0])}: give each word a number first"
        if column.dtype.kind != "O":
            continue
        odd = next((item for item in column.flat if not isinstance(item, (int, float, np.number))), column)
        if odd is column:
            return f"{name} are numbers, but the array's dtype is object: see where it was made, and give it a dtype"
        if isinstance(odd, (list, tuple, np.ndarray)):
            return f"{name} are an array of {type(odd).__name__}s, not of numbers: have all the same length?"
        if isinstance(odd, str):
            return f"{name} contain text, such as {_shown(odd)}: Keras takes numbers only"
        if odd is None:
            return f"{name} contain None: Keras takes numbers only"
        return f"{name} contain a {type(odd).__name__}: Keras takes numbers only"
    return None


def _columns(value: Any, what: str) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """Yield an array with its name, or the columns of a table with theirs."""
    if isinstance(value, np.ndarray):
        yield f"the {what}", value
    elif hasattr(value, "columns") and hasattr(value, "dtypes"):
        for name in value.columns:
            yield f"the values of column {str(name)[:40]!r}", np.asarray(value[name], dtype=None)
    elif hasattr(value, "to_numpy"):
        yield f"the {what}", np.asarray(value)


def _shown(value: Any) -> str:
    return repr(str(value)[:20])
