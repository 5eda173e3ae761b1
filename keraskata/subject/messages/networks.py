"""A network whose parts are not connected, not built yet, or of other sizes than its weights or its optimizer."""

import re
from typing import Any

from keraskata.subject.keras_causes import is_learners
from keraskata.subject.messages.seen import Seen, is_keras, some

_ENDS = ("input", "output", "inputs", "outputs")
_LENGTHS = r"weight list of length (\d+), but the layer was expecting (\d+) weights"
_SIZES = r"weight shape (\(.*?\)) is not compatible with provided weight shape (\(.*?\))"


def cause_of(seen: Seen) -> str | None:
    """Find what a network lacks, from the objects in the frames."""
    return _graph(seen) or _unbuilt(seen) or _no_super(seen) or _weights(seen) or _optimizer(seen) or _returned(seen)


def _graph(seen: Seen) -> str | None:
    if "is not connected to `inputs`" in seen.text:
        return (
            "the outputs come from an Input that is not among the inputs: is one left out, or was Input called twice?"
        )
    asked = re.match(r"All `(inputs|outputs)` values must be KerasTensors", seen.text)
    held = seen.below("keras.src.models.functional", "__init__")
    value = held.get(asked.group(1)) if asked else None
    if asked and is_keras(value, "Layer"):
        kind = type(value).__name__
        return f"{asked.group(1)} is a {kind} itself: a Model takes the tensor that comes back when it is called"
    if asked and hasattr(value, "shape"):
        return f"{asked.group(1)} is an array of numbers: a Model takes tensors that come from keras.Input"
    return None


def _unbuilt(seen: Seen) -> str | None:
    """Find a model or layer that was asked for what it gets only when it meets data."""
    owner: Any = seen.within[-1].f_locals.get("self") if seen.within else getattr(seen.error, "obj", None)
    if not is_keras(owner, "Layer"):
        return None
    if isinstance(seen.error, ValueError) and "but the layer isn't built" in seen.text:
        return _not_yet(owner, "weights")
    name = _asked(seen, owner) if isinstance(seen.error, AttributeError) else None
    if name in ("kernel", "bias", "embeddings", "gamma", "beta") and not owner.built:
        return _not_yet(owner, "weights")
    if name not in _ENDS or any(is_learners(cls.__module__) and name in vars(cls) for cls in type(owner).__mro__):
        return None
    if owner.built and name in ("input", "output") and getattr(owner, f"{name}s", None):
        return f"this {type(owner).__name__} has {name}s, a list of its tensors, in place of {name}"
    return None if owner.built else _not_yet(owner, name.rstrip("s"))


def _asked(seen: Seen, owner: Any) -> str | None:
    """Return the name of the attribute that was asked for."""
    kind = re.escape(type(owner).__name__)
    plain = rf"'{kind}' object has no attribute '(\w+)'$"
    for pattern in (plain, r"has no defined (\w+)", r"before accessing `(\w+)`"):
        if found := re.search(pattern, seen.text):
            return found.group(1).removesuffix("_shape")
    return None


def _not_yet(owner: Any, what: str) -> str:
    kind = type(owner).__name__
    if is_keras(owner, "Sequential"):
        return f"this Sequential has no {what} yet: it knows no shape before it has an Input, or has seen a row"
    if is_keras(owner, "Model"):
        return f"this {kind} has no {what} yet: it has not been called"
    return f"this {kind} has no {what} yet: it has not been called, alone or in a model"


def _no_super(seen: Seen) -> str | None:
    """Find a subclass that sets its parts before Keras is ready for them."""
    if not re.search(r"before Module\.__init__\(\) call|forgot to call `super\(\)\.__init__\(\)`", seen.text):
        return None
    owner: Any = seen.within[-1].f_locals.get("self") if seen.within else None
    name = type(owner).__name__ if owner is not None else "the class"
    return f"the __init__ of {name} sets its parts too early: super().__init__() comes before them"


def _weights(seen: Seen) -> str | None:
    if found := re.search(_LENGTHS, seen.text):
        given, wanted = int(found.group(1)), int(found.group(2))
        begin = f"set_weights was given {some(given, 'array')}"
        if wanted == 0:
            return f"{begin}, but there are no weights yet: they are made at the first call, or by an Input"
        return f"{begin}, and get_weights() here has {wanted}: are both models made of the same layers?"
    if found := re.search(_SIZES, seen.text):
        return (
            f"weights of shape {found.group(1)} were given an array of shape {found.group(2)}: are all sizes the same?"
        )
    return None


def _optimizer(seen: Seen) -> str | None:
    """Find an optimizer that was built for other weights than those of the model that is trained."""
    model = seen.owner
    strange = re.match("Unknown variable: |Argument `optimizer_variables` must", seen.text)
    if not strange or not is_keras(model, "Model"):
        return None
    known = {id(variable) for variable in getattr(model.optimizer, "_trainable_variables", ())}
    if not known:
        return None
    if any(id(variable) in known for variable in model.variables):
        return "since the optimizer was built, layers were added or `trainable` was changed: compile the model again"
    return "this optimizer has trained another model before: each model needs a new one"


def _returned(seen: Seen) -> str | None:
    """Find a function that makes a model for a wrapper, and returns nothing, or a model that was not compiled."""
    if "Given model needs to be compiled" in seen.text:
        return "the function that makes the model never compiles it: compile chooses the loss and the optimizer"
    if seen.error.__class__ is AttributeError and "'NoneType' object has no attribute" in seen.text:
        within = [str(frame.f_globals.get("__name__")) for frame in seen.within]
        if within and within[-1].startswith("keras.src.wrappers"):
            return "the function that makes the model gives back None: is its `return` missing?"
    return None
