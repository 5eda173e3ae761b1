"""Calculations that tensors without values, or a loss that is to be learned from, cannot take part in."""

import re
import sys

import numpy as np

from keraskata.subject.messages.seen import Seen, is_keras, shape_of

_SYMBOLIC = r"KerasTensor is symbolic|Iterating over a symbolic|'KerasTensor' object has no attribute 'numpy'"
_NUMPY = r"Cannot convert a symbolic tf\.Tensor|Can't call numpy\(\) on Tensor that requires grad"
_OPS = "NumPy cannot calculate with a tensor inside of a model or a loss: keras.ops has the same functions"
_NO_SLOPE = r"element 0 of tensors does not require grad|No gradients provided for any variable"


def cause_of(seen: Seen) -> str | None:
    """Find a tensor in the hands of NumPy, an axis that is not there, and a loss without a slope."""
    return _values(seen) or _axis(seen) or _slope(seen)


def _values(seen: Seen) -> str | None:
    if "symbolic" in seen.text and "boolean" in seen.text:
        return None
    if re.search(_SYMBOLIC, seen.text):
        if "NumPy array" in seen.text:
            return "this tensor is symbolic and has no values yet, which NumPy needs: keras.ops has the same functions"
        return "this tensor is symbolic: it has a shape, and gets its values only when the model runs"
    if re.search(_NUMPY, seen.text) or type(seen.error).__name__ == "TracerArrayConversionError":
        return _OPS
    held = seen.within[0].f_locals if seen.within else {}
    from_numpy = bool(seen.within) and seen.within[0].f_globals.get("__name__") == "numpy._core.fromnumeric"
    torch = sys.modules.get("torch")
    if from_numpy and torch and isinstance(seen.error, TypeError):
        tensor = any(isinstance(held.get(name), torch.Tensor) for name in ("a", "obj"))
        return _OPS if tensor and "unexpected keyword argument" in seen.text else None
    return None


def _axis(seen: Seen) -> str | None:
    """Compare an axis with the axes of the array, as the frames of NumPy or keras.ops hold both."""
    for frame in seen.within:
        module, held = str(frame.f_globals.get("__name__")), frame.f_locals
        axis = held.get("axis", (held.get("kwargs") or {}).get("axis") if module.startswith("numpy.") else None)
        array = next((held[name] for name in ("x", "a", "obj") if name in held), None)
        shape = shape_of(array)
        library = module.startswith(("numpy.", "keras.src.ops.")) and frame.f_code.co_name != "expand_dims"
        if not library or isinstance(axis, bool) or shape is None:
            continue
        if isinstance(axis, (int, np.integer)) and not -len(shape) <= axis < len(shape):
            return _no_axis(int(axis), shape)
    found = re.fullmatch(r"axis (-?\d+) is out of bounds for array of dimension (\d+)", seen.text)
    if not found or seen.within or type(seen.error).__name__ != "AxisError":
        return None
    axis, axes = int(found.group(1)), int(found.group(2))
    if axes == 0:
        return f"there is no axis {axis} here: this is a single number"
    return f"there is no axis {axis} here: axes count from 0, and the last of this array is {axes - 1}"


def _no_axis(axis: int, shape: tuple[int, ...]) -> str:
    one_row = ": is it one row in the place of many?" if len(shape) == axis == 1 else ""
    return f"an array of shape {shape} has no axis {axis}, for axes count from 0{one_row}"


def _slope(seen: Seen) -> str | None:
    """Find a loss that does not change with the weights."""
    model = seen.owner
    if not re.search(_NO_SLOPE, seen.text):
        return None
    models = [model] if is_keras(model, "Model") else [v for v in seen.named.values() if is_keras(v, "Model")]
    if len(models) == 1 and models[0].weights and not models[0].trainable_weights:
        return "all layers of the model are frozen (trainable is False), so there is nothing that it could learn"
    if models == [model]:
        return "the loss has no slope: argmax, rounding, == and whole numbers cut the way from it back to the weights"
    return None
