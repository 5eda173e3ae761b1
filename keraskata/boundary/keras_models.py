"""Keras objects as values: a model crosses as a config that names Keras' own classes and functions, and as arrays.

(Not as a `.keras` archive: the libraries that read ZIP and HDF5 would read untrusted bytes in the judge.)
"""

import contextlib
import json
import math
from collections.abc import Iterator
from typing import Any

import keras
import numpy as np

from keraskata.boundary import own_compile, own_layers, own_parts
from keraskata.boundary.keras_parts import NotKeras, refuse_strange, without_own
from keraskata.timing import time_limit

MAX_ARRAYS = 100_000_000  # bytes
MAX_CONFIG = 2_000_000
MAX_OF_A_LAYER = 5_000_000


def is_model(value: Any) -> bool:
    """Return whether `value` is a Keras model."""
    return issubclass(type(value), keras.Model)  # not isinstance: `__class__` can be anything


def is_layer(value: Any) -> bool:
    """Return whether `value` is a Keras layer."""
    return issubclass(type(value), keras.Layer)


def is_history(value: Any) -> bool:
    """Return whether `value` is a Keras History."""
    return issubclass(type(value), keras.callbacks.History)


def is_tensor(value: Any) -> bool:
    """Return whether `value` is a tensor or a variable."""
    return isinstance(value, keras.Variable) or keras.ops.is_tensor(value)


def to_numpy(value: Any) -> np.ndarray:
    """Return the numbers of a tensor or variable; types that NumPy lacks, such as bfloat16, become float32."""
    array = np.asarray(keras.ops.convert_to_numpy(value))
    return array.astype("float32") if array.dtype.kind == "V" else array


def parts(model: Any) -> dict[str, Any]:
    """Return `model` as plain values: its config as JSON, and the arrays of each layer, by name, and of its optimizer.

    A model with parts of one's own becomes the functional model of Keras' parts that computes the same. Raises NotKeras
    where that cannot be.
    """
    compiling, optimizer = own_compile.of_keras(model), getattr(model, "optimizer", None)
    steps = [to_numpy(variable) for variable in optimizer.variables] if optimizer and optimizer.built else None
    if own_parts.has_own_parts(model):
        model = own_parts.of_keras(model)
    config = without_own({**keras.saving.serialize_keras_object(model), "compile_config": compiling})
    refuse_strange(config)
    arrays = {layer.name: [to_numpy(variable) for variable in layer.variables] for layer in model.layers}
    if sum(array.nbytes for layer in arrays.values() for array in layer) > MAX_ARRAYS:
        raise _too_large()
    return {"config": json.dumps(config), "arrays": arrays, "steps": steps}


def restore(config: str, arrays: dict[str, Any], steps: list[Any] | None) -> Any:
    """Return the model of these parts. Raises NotKeras if it names anything that is not Keras' own, or is too large.

    What fails otherwise, because the parts do not belong together, fails with an exception of Keras'.
    """
    known = _read(config)
    # Keras would give the optimizer its variables at once: a fifth of the time, and most models are only looked at.
    compiling = known.pop("compile_config", None)
    if compiling and compiling.get("jit_compile") is True:
        compiling["jit_compile"] = False  # to compile a few steps takes longer than they do, and changes no number
    with _weights_bounded(initialized=False):  # the arrays follow
        model = keras.saving.deserialize_keras_object(known, safe_mode=True)
        if not is_model(model):
            raise NotKeras(f"it is a {type(model).__name__}, and no model")
        if compiling:
            model.compile(**keras.saving.deserialize_keras_object(compiling, safe_mode=True))
    for layer in model.layers:
        _assign(layer.variables, arrays[layer.name])
        if hasattr(layer, "finalize_state"):  # Normalization works out what it needs from its variables
            layer.finalize_state()
    if steps is not None:
        model.optimizer.build(model.trainable_variables)
        if [variable.shape for variable in model.optimizer.variables] == [np.shape(array) for array in steps]:
            _assign(model.optimizer.variables, steps)  # the optimizer was made for other layers: it starts again
    return model


def build(model: Any, shape: tuple[int, ...]) -> None:
    """Build a model that has not seen rows yet for rows of this shape. Raises NotKeras where it gets too large.

    What fails otherwise fails with an exception of Keras'.
    """
    with _weights_bounded(initialized=True):
        model.build((None, *shape))


def emptied(model: Any) -> Any:
    """Return a copy of a model of Keras with all weights zero; to draw them can take longer than a check may.

    Each layer that can have a bias has one there, and all compute in float32.
    """
    with _weights_bounded(initialized=False):
        return keras.models.clone_model(model, clone_function=_with_bias, recursive=True)


def _with_bias(step: Any) -> Any:
    config = step.get_config()
    changes: dict[str, Any] = {key: True for key in ("use_bias", "center") if key in config}
    if "bias_axes" in config:  # of EinsumDense
        changes["bias_axes"] = config["bias_axes"] or config["equation"][-1]
    if is_layer(step) and "float" in step.compute_dtype:
        changes["dtype"] = "float32"
    return type(step).from_config({**config, **changes})


@contextlib.contextmanager
@time_limit.whole
def _weights_bounded(initialized: bool) -> Iterator[None]:
    """Limit layers to MAX_ARRAYS bytes of weights in all: a config of a few bytes can ask for any number of units."""
    add_weight, left = keras.Layer.add_weight, MAX_ARRAYS // 4

    def bounded(self: Any, shape: Any = None, initializer: Any = None, *args: Any, **kwargs: Any) -> Any:
        nonlocal left
        left -= math.prod(shape or ())
        if left < 0:
            raise _too_large()
        return add_weight(self, shape, initializer if initialized else "zeros", *args, **kwargs)

    keras.Layer.add_weight = bounded
    try:
        yield
    finally:
        keras.Layer.add_weight = add_weight


def _too_large() -> NotKeras:
    return NotKeras("it is larger than 100 MB: far fewer units will do")


def _assign(variables: list[Any], arrays: list[Any]) -> None:
    for variable, array in zip(variables, arrays, strict=True):
        variable.assign(array)


def layer_config(layer: Any) -> dict[str, Any]:
    """Return the config of a layer. Raises NotKeras where it names anything that is not Keras' own."""
    config: dict[str, Any] = keras.saving.serialize_keras_object(own_layers.layer_of_keras(layer))
    refuse_strange(config)
    return config


def restore_layer(config: str) -> Any:
    """Return the layer of this config, which has no weights yet. Raises NotKeras as `restore` does.

    Whoever builds it knows how wide its rows are; what else decides how many weights it gets is bounded here.
    """
    known = _read(config)
    if _product(known.get("config")) > MAX_OF_A_LAYER:
        raise NotKeras(f"its settings ask for more than {MAX_OF_A_LAYER:,} weights of each input: far fewer will do")
    with _weights_bounded(initialized=True):
        return keras.saving.deserialize_keras_object({**known, "build_config": None}, safe_mode=True)


def _product(setting: Any, name: str = "") -> int:
    """Multiply all whole numbers of a config, such as units, filters and kernel_size; a seed is none."""
    if isinstance(setting, dict):
        return math.prod(_product(inner, str(key)) for key, inner in setting.items())
    if isinstance(setting, list):
        return math.prod(_product(inner, name) for inner in setting)
    return abs(setting) or 1 if isinstance(setting, int) and "seed" not in name else 1


def _read(config: str) -> dict[str, Any]:
    if len(config) > MAX_CONFIG:
        raise NotKeras("its description is longer than 2 MB: far fewer layers will do")
    known: dict[str, Any] = json.loads(config)
    refuse_strange(known)
    return known
