"""A layer of one's own as the layer of Keras that it is."""

import traceback
from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from keraskata.boundary import own_functions
from keraskata.boundary.keras_parts import NotKeras, refuse_strange, without_own
from keraskata.printable import said

_FUNCTIONS = ("activation", "recurrent_activation")


def within(layer: Any) -> list[Any]:
    """Return a layer or model, and all layers inside it."""
    return list(layer._flatten_layers())


def is_own(layer: Any) -> bool:
    """Return whether a layer is of a class of one's own, or has a function of one's own."""
    known = own_functions.is_keras_class(type(layer)) and not isinstance(layer, keras.layers.Lambda)
    return not known or any(is_own_function(getattr(layer, name, None)) for name in _FUNCTIONS)


def is_own_function(function: Any) -> bool:
    """Return whether an activation is neither a function nor a layer of Keras."""
    if function is None or isinstance(function, str) or own_functions.is_keras_function(function, keras.activations):
        return False
    return not (isinstance(function, keras.Operation) and own_functions.is_keras_class(type(function)))


def layer_of_keras(layer: Any) -> Any:
    """Return a lone layer as the layer of Keras that it is, without its weights. Raises NotKeras for any other.

    Nothing can come behind it here, so that an activation of one's own is refused, whatever it computes.
    """
    for setting in _FUNCTIONS:
        if is_own_function(function := getattr(layer, setting, None)):
            name = own_functions.name_of(function)
            raise NotKeras(f"its {setting} is {name}, a function of your own: take Keras' own, by its name")
    return layer if own_functions.is_keras_class(type(layer)) else copied(layer, layer.name)[0]


def base_of(layer: Any) -> Any:
    """Return the class of Keras that a layer is of; None if it does something of its own."""
    own: list[type] = []
    for cls in type(layer).__mro__:
        if own_functions.is_keras_class(cls):
            behind = set(dir(cls)) - {"__init__", "get_config", "from_config", "__module__", "__doc__"}
            changed = any(callable(value) and name in behind for each in own for name, value in vars(each).items())
            return None if changed or cls in (keras.Layer, keras.Model) else cls
        own.append(cls)
    return None


def copied(layer: Any, name: str) -> tuple[Any, Callable[[Any], Any] | None]:
    """Return a layer of Keras with the settings of `layer`, and the function of one's own that comes behind it."""
    base, after = base_of(layer), None
    if base is None:
        raise not_keras(type(layer).__name__)
    changes: dict[str, Any] = {"name": name}
    for setting in _FUNCTIONS:
        function: Any = getattr(layer, setting, None)
        if is_own_function(function):
            known = own_functions.activation(function)
            changes[setting] = known or "linear"
            if known is None and (after or setting != "activation" or hasattr(layer, "cell")):
                raise not_keras(function)
            after = function if known is None else after
    config = without_own({**base.get_config(layer), **changes})
    refuse_strange(config)
    return base.from_config(config), after


def as_dense(layer: Any, row: Any) -> Any:
    """Return the Dense layer that computes what a layer of one's own does with a kernel and a bias; None for others."""
    held = {len(weight.shape): weight for weight in reversed(layer.weights)}  # the first of each form
    if 2 not in held or len(layer.weights) != 1 + (1 in held) or row.shape[1:] != held[2].shape[:1]:
        return None
    kernel = keras.ops.convert_to_numpy(held[2])
    bias = keras.ops.convert_to_numpy(held[1]) if 1 in held else None
    rows = np.random.default_rng(0).normal(0, 3, (29, len(kernel))).astype("float32")
    sums = rows @ kernel + (0 if bias is None else bias)
    known = own_functions.activation_between(sums, own_functions.numbers(layer, rows))
    if known is None:
        return None
    settings = {
        f"{name}_{what}": getattr(held[axes], what)
        for axes, name in ((2, "kernel"), (1, "bias"))
        if axes in held
        for what in ("regularizer", "constraint")
    }
    dense = keras.layers.Dense(kernel.shape[1], known, use_bias=bias is not None, name=layer.name, **settings)
    dense.trainable = layer.trainable
    dense.build((None, len(kernel)))
    dense.set_weights([kernel] if bias is None else [kernel, bias])
    return dense


def not_keras(part: Any, error: Exception | None = None) -> NotKeras:
    """Return the error that says which part, a function or a class, cannot cross, and why."""
    name, why, way = own_functions.name_of(part), reason(error), "make it of Keras' layers and of keras.ops"
    if error and drawn(error):  # the size of a batch is not known where a symbolic row comes: no fault of the code
        why, way = " (it draws random numbers itself)", "let a layer of Keras draw them, such as GaussianNoise"
    if "no attribute 'assign'" in why:
        why = " (it writes into a weight)"
        kind = next((cls for cls in getattr(part, "__mro__", ()) if own_functions.is_keras_class(cls)), keras.Layer)
        if kind not in (keras.Layer, keras.Model, keras.Sequential):
            way = f"make it from keras.layers.Layer, and let its call call a {kind.__name__} that it holds"
    return NotKeras(f"it uses {name}, which is of your own and cannot be told in Keras' parts{why}: {way}")


def drawn(error: Exception) -> bool:
    """Return whether an error comes out of a draw of Keras' random numbers."""
    homes = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    return any(home.startswith("keras.src.") and home.endswith(".random") for home in homes)


def reason(error: Exception | None) -> str:
    """Return an error in brackets."""
    return f" ({said(error, 200)})" if error else ""
