"""What stands in the place of a layer, an optimizer, a loss or a metric, and is none."""

import inspect
import re
import sys
from typing import Any

from keraskata.subject.keras_causes import is_learners
from keraskata.subject.messages.seen import Seen, is_keras, with_brackets

_CALL_IT = "make the layer first, then call it with the tensor, as in layer(tensor)"


def cause_of(seen: Seen) -> str | None:
    """Find a value that is no layer, from the frames in which Keras looked at it."""
    return _added(seen) or _one_list(seen) or _tensor_as_setting(seen) or _identifier(seen) or _written(seen)


def _added(seen: Seen) -> str | None:
    if "Sequential.add() missing 1 required positional argument" in seen.text:
        return "add was given no layer: it takes one, between its brackets"
    if "Only instances of `keras.Layer`" not in seen.text:
        return None
    held = seen.below("keras.src.models.sequential", "add")
    return no_layer(held["layer"]) if "layer" in held else None


def no_layer(value: Any) -> str | None:
    """Describe a value in the place of a layer."""
    keras = sys.modules["keras"]
    if isinstance(value, type):
        return _no_layer_class(value)
    if value is None:
        return "None stands among the layers: a function without `return`?"
    if isinstance(value, str):
        known = hasattr(keras.activations, value)
        also = ": an activation is an argument of the layer before it" if known else " and no layer"
        return f"{value[:20]!r} is text{also}"
    if isinstance(value, (int, float)):
        return f"{value:g} is a number and no layer: a layer such as Dense is made with it"
    if isinstance(value, (list, tuple)):
        return f"a {type(value).__name__} stands among the layers: write its layers one by one"
    if is_keras(value, "KerasTensor"):
        return "a layer was called here, and a tensor came back: a Sequential takes the layer itself"
    if inspect.isfunction(value):
        return f"{value.__name__} is a function and no layer: keras.layers.Activation(...) makes one of an activation"
    return _no_layer_class(type(value))


def _no_layer_class(cls: type) -> str | None:
    if issubclass(cls, sys.modules["keras"].Layer):
        return with_brackets(cls, "a model")
    if is_learners(cls.__module__):
        return f"{cls.__name__} is no layer of Keras yet: class {cls.__name__}(keras.layers.Layer)"
    return None


def _one_list(seen: Seen) -> str | None:
    """Find layers that were given to Sequential one by one."""
    held = seen.below("keras.src.models.sequential", "__init__")
    many = "trainable" in seen.text and is_keras(held.get("trainable"), "Layer")
    single = is_keras(held.get("layers"), "Layer") and "not iterable" in seen.text
    if many or single:
        return "Sequential takes its layers in one list: Sequential([first, second])"
    return None


def _tensor_as_setting(seen: Seen) -> str | None:
    """Find a tensor among the arguments with which a layer is made."""
    for frame in seen.within[:1]:
        held = dict(frame.f_locals)
        layer = held.pop("self", None)
        made = frame.f_code.co_name == "__init__" and is_keras(layer, "Layer") and not is_keras(layer, "Model")
        if made and any(is_keras(value, "KerasTensor") for value in held.values()):
            return f"{type(layer).__name__} was given a tensor as a setting: {_CALL_IT}"
    return None


def _identifier(seen: Seen) -> str | None:
    """Find what Keras looked up by its name, and is no name."""
    if "Could not interpret" not in seen.text:
        return None
    for kind in ("optimizer", "loss", "metric", "activation"):
        if f"Could not interpret {kind} " not in seen.text:
            continue
        held = seen.below(f"keras.src.{kind}s" if kind != "loss" else "keras.src.losses", "get")
        return _no_identifier(held["identifier"], kind) if "identifier" in held else None
    return None


def _no_identifier(value: Any, kind: str) -> str | None:
    keras = sys.modules["keras"]
    if isinstance(value, type) and value.__module__.startswith("keras."):
        right = kind != "optimizer" or issubclass(value, keras.Optimizer)
        return with_brackets(value, "compile") if right else f"{value.__name__} is no {kind}"
    if kind == "metric" and isinstance(value, str) and value.startswith("val_"):
        return f"{value[:30]} is no metric: fit adds the val_ figures itself where it has validation data"
    if kind == "activation" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:g} stands in the place of the activation, which is what comes after units"
    if kind == "optimizer" and isinstance(value, (int, float)):
        return f"{value:g} stands in the place of the optimizer, which is an object or a name"
    if is_keras(value, "Layer"):
        return f"{type(value).__name__} is a layer, and no {kind}"
    if isinstance(value, (list, tuple)) and kind == "optimizer":
        return f"the first argument of compile is the optimizer, and a {type(value).__name__} stands there"
    return None


def _written(seen: Seen) -> str | None:
    """Find a class among what compile was given, when Keras writes down how a model was compiled."""
    refused = re.match(r"(\w+)\.get_config\(\) missing 1 required positional argument: 'self'$", seen.text)
    given = seen.below("keras.src.saving.serialization_lib", "_get_class_or_fn_config").get("obj")
    return with_brackets(given, "compile") if refused and isinstance(given, type) else None
