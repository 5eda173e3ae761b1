"""Keras objects as values: a model crosses as a `.keras` archive that names Keras' own classes and functions only."""

import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import keras
import numpy as np

MAX_ARCHIVE = 100_000_000
_OWN = ("keras", "builtins")


class NotKeras(Exception):
    """A model or layer cannot cross; the message says why, in a learner's words."""


def is_model(value: Any) -> bool:
    return isinstance(value, keras.Model)


def is_layer(value: Any) -> bool:
    return isinstance(value, keras.Layer)


def is_history(value: Any) -> bool:
    return isinstance(value, keras.callbacks.History)


def is_tensor(value: Any) -> bool:
    return isinstance(value, keras.Variable) or keras.ops.is_tensor(value)


def to_numpy(value: Any) -> np.ndarray:
    return np.asarray(keras.ops.convert_to_numpy(value))


def archive(model: Any) -> bytes:
    """`model` as the bytes of a `.keras` file; a subclassed model as the functional model that its layers make."""
    if not type(model).__module__.startswith("keras."):
        model = _functional(model)
    _refuse_strange(model.get_config(), model.get_compile_config() if model.compiled else {})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        model.save(path)
        if path.stat().st_size > MAX_ARCHIVE:
            raise NotKeras("it is larger than 100 MB: far fewer units will do")
        return path.read_bytes()


def restore(packed: bytes) -> Any:
    """The model in `packed`. Raises NotKeras if it names anything that is not Keras' own, or is too large."""
    with zipfile.ZipFile(io.BytesIO(packed)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MAX_ARCHIVE:
            raise NotKeras("it is larger than 100 MB")
        _refuse_strange(json.loads(parts.read("config.json")))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.keras"
        path.write_bytes(packed)
        return keras.saving.load_model(path, safe_mode=True)


def layer_config(layer: Any) -> dict[str, Any]:
    config = keras.saving.serialize_keras_object(layer)
    _refuse_strange(config)
    return config


def restore_layer(config: dict[str, Any]) -> Any:
    _refuse_strange(config)
    return keras.saving.deserialize_keras_object(config, safe_mode=True)


def _functional(model: Any) -> Any:
    """Trace a subclassed model's own `call` on a symbolic input: the layers that it uses are then Keras' own."""
    shapes = getattr(model, "_build_shapes_dict", None) or {}
    shape = next(iter(shapes.values()), None)
    if isinstance(getattr(model, "inputs", None), list) and model.inputs:
        return _compiled_like(keras.Model(model.inputs, model.outputs), model)
    if not model.built or shape is None:
        raise NotKeras(
            f"your {type(model).__name__} does not know the shape of its inputs yet: call its build() with "
            "(None, n_features), or start with keras.Input"
        )
    inputs = keras.Input(tuple(shape)[1:])
    return _compiled_like(keras.Model(inputs, model.call(inputs)), model)


def _compiled_like(functional: Any, model: Any) -> Any:
    if model.compiled:
        functional.compile_from_config(model.get_compile_config())
    return functional


def _refuse_strange(*configs: Any) -> None:
    for config in configs:
        for module, name in _named(config):
            if module is not None and module.split(".")[0] not in _OWN or name == "Lambda":
                raise NotKeras(f"it uses {name}, which is not part of Keras: build it of Keras' own layers and losses")


def _named(config: Any) -> list[tuple[str | None, str]]:
    """Every (module, class or function) that a config names."""
    found: list[tuple[str | None, str]] = []
    waiting = [config]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if item.get("class_name") == "function":
                name = str(item.get("config"))
                own = any(
                    hasattr(home, name) for home in (keras.losses, keras.metrics, keras.activations, keras.initializers)
                )
                found.append(("keras" if own else "strange", name))
            elif "class_name" in item:
                module = item.get("module") if not item.get("registered_name") or item.get("module") else "strange"
                found.append((module, str(item["class_name"])))
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple)):
            waiting.extend(item)
        elif callable(item) and not isinstance(item, type):
            found.append((getattr(item, "__module__", "strange"), getattr(item, "__name__", type(item).__name__)))
    return found
