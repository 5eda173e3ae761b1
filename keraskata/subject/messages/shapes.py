"""Shapes that a layer or a model does not take, and axes that an array does not have."""

import re
from collections.abc import Sequence
from typing import Any

from keraskata.subject.keras_causes import takes_one_input
from keraskata.subject.messages.seen import Call, Seen, is_keras, shape_of

_NDIM = r"layer '([^']+)' is incompatible .* expected (?:min_)?ndim=(\d+), found ndim=(\d+)\. .*: \((.*?)\)"
_WIDTH = r"expected axis -1 of input shape to have value (\d+), but received input with shape \((.*?)\)"
_INPUT = r"Invalid input shape for|is incompatible with the layer: expected|found shape="
_SMALL = "Kernel size can't|[Nn]egative dimension|output size would be|empty output|Output size is too small"
_CONV = r"inputs shape=\((.*?)\)`, `kernel shape=\((.*?)\)"
_POOL = r"inputs\.shape=\[(.*?)\]`, `pool_size=\[(.*?)\]"
_AXES = {
    "Conv1D": "(rows, steps, channels)",
    "MaxPooling1D": "(rows, steps, channels)",
    "Conv2D": "(rows, height, width, channels)",
    "MaxPooling2D": "(rows, height, width, channels)",
    "AveragePooling2D": "(rows, height, width, channels)",
    "GlobalAveragePooling2D": "(rows, height, width, channels)",
    "LSTM": "(rows, steps, features)",
    "GRU": "(rows, steps, features)",
    "SimpleRNN": "(rows, steps, features)",
    "Dense": "(rows, features)",
}
_RECURRENT = ("LSTM", "GRU", "SimpleRNN")
_FLAT = ("Flatten", "GlobalAveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling1D", "GlobalMaxPooling1D")


def cause_of(seen: Seen) -> str | None:
    """Find a shape that does not fit, first by what the learner's own call was given."""
    if not seen.call:
        return None
    return _rows(seen.call, seen.text) or _ndim(seen) or _width(seen) or _too_small(seen)


def _rows(call: Call, text: str) -> str | None:
    """Compare what a model was given with the rows that it was made for."""
    model = call.owner
    if not is_keras(model, "Model") or not takes_one_input(model) or not re.search(f"{_INPUT}|{_SMALL}", text):
        return None
    given = call.given.get("x", (call.given.get("args") or (None,))[0])
    found, wanted = shape_of(given), getattr(model, "input_shape", None)
    if not found or not isinstance(wanted, tuple):
        return None
    name = "the model" if call.name == "__call__" else call.name
    if _same(found, wanted[1:]):
        begin = f"{name} was given one row alone, of shape {found}: the first axis of a batch counts its rows"
        return f"{begin}, and row[np.newaxis] is a batch of one"
    if len(found) == len(wanted) and not _same(found[1:], wanted[1:]):
        return f"{name} was given rows of shape {found[1:]}, and the model takes rows of shape {_open(wanted[1:])}"
    return None


def _same(found: Sequence[int], wanted: Sequence[int | None]) -> bool:
    return len(found) == len(wanted) and all(size in (None, other) for other, size in zip(found, wanted, strict=True))


def _open(shape: Sequence[int | None]) -> str:
    """Write a shape with "any" for a size that is not fixed."""
    return f"({', '.join('any' if size is None else str(size) for size in shape)}{',' if len(shape) == 1 else ''})"


def _ndim(seen: Seen) -> str | None:
    """Find an axis too few or too many in front of a layer."""
    refused = re.search(_NDIM, seen.text)
    if not refused:
        return None
    name, wanted, found, sizes = refused.groups()
    layer, before = _layer(seen, name)
    if layer is None:
        return None
    kind, shape = type(layer).__name__, _open_text(sizes)
    previous = type(before).__name__
    if kind in (*_RECURRENT, "Conv1D") and previous in _RECURRENT and not before.return_sequences:
        return f"the {previous} before this {kind} gives back its last step only, {shape}: look at return_sequences"
    if previous in _FLAT and int(found) < int(wanted):
        return f"the {previous} before this {kind} leaves one row of numbers, {shape}: what is the order of the layers?"
    if kind not in _AXES or getattr(layer, "data_format", None) == "channels_first":
        return None
    lacks = {1: ": one axis is missing", -1: ": one axis is too many"}.get(int(wanted) - int(found), "")
    return f"{kind} takes the axes {_AXES[kind]}, and is given {shape}{lacks}"


def _layer(seen: Seen, name: str) -> tuple[Any, Any]:
    """Return the layer of that name, and the one before it in a Sequential."""
    owners = [call.owner for call in seen.calls]
    owners += [frame.f_locals.get("self") for frame in seen.within]
    for model in owners:
        if is_keras(model, "Sequential"):
            layers = model.layers
            place = next((i for i, layer in enumerate(layers) if layer.name == name), None)
            if place is not None:
                return layers[place], layers[place - 1] if place else None
    parts = [part for model in owners if is_keras(model, "Model") for part in model.layers]
    return next((part for part in [*owners, *parts] if getattr(part, "name", None) == name), None), None


def _open_text(sizes: str) -> str:
    return f"({sizes.replace('None', 'rows', 1)})"


def _width(seen: Seen) -> str | None:
    """Find rows of another length than those for which a layer made its weights."""
    refused = re.search(_WIDTH, seen.text)
    layer = seen.owner
    if not refused or not is_keras(layer, "Layer") or is_keras(layer, "Model") or len(seen.calls) != 1:
        return None
    width = refused.group(2).rstrip(",").split(",")[-1].strip()
    words = f"this {type(layer).__name__} was built for {refused.group(1)} numbers in a row, and is now given {width}"
    return f"{words}: made outside of the function, it is the same in all calls" if _is_global(layer, seen) else words


def _is_global(layer: Any, seen: Seen) -> bool:
    """Return whether a layer stands in the learner's file outside of the function that uses it, alone or in a list."""
    if not seen.own or seen.own.f_code.co_name == "<module>":
        return False
    held = seen.own.f_globals.values()
    return any(part is layer for value in held for part in (value if isinstance(value, (list, tuple)) else [value]))


def _too_small(seen: Seen) -> str | None:
    """Find a kernel or window that is larger than what reaches its layer."""
    for pattern, name in ((_CONV, "kernel"), (_POOL, "window")):
        if not (refused := re.search(pattern, seen.text)):
            continue
        shape, window = (_sizes(part) for part in refused.groups())
        inner, around = shape[1:-1], window[: len(shape) - 2]
        if len(inner) != len(around) or not any(size < other for size, other in zip(inner, around, strict=True)):
            return None
        return _larger(name, inner, around, shape[-1])
    return None


def _sizes(text: str) -> list[int]:
    return [0 if part == "None" else int(part) for part in re.findall(r"None|\d+", text)]


def _larger(name: str, inner: list[int], around: list[int], channels: int) -> str:
    reach, size = (" x ".join(map(str, sizes)) for sizes in (inner, around))
    reach += " steps" if len(inner) == 1 else ""
    begin = f"a {name} of {size} does not fit into the {reach} that reaches it"
    if len(inner) == 2 and inner[0] in (1, 3) and inner[1] == channels > 4:
        return f"{begin}: the channels stand last in a shape, and here {channels} stands there"
    return f"{begin}: each layer without padding, and each pooling, leaves less"
