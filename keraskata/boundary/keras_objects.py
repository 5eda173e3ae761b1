"""Keras' models, layers, histories and tensors. Keras is imported by the code that has one, or by reading a model."""

import json
import sys
import warnings
from collections.abc import Iterable
from typing import Any

from keraskata.boundary.bounds import Reader, Readers
from keraskata.boundary.kinds import Packer


class HistoryDict(dict[str, list[Any]]):
    """What a Keras History held: the lists of its dictionary. Its class distinguishes it from a plain dict."""


def takes(value: Any) -> bool:
    """Return whether `value` is a model, layer, history or tensor of Keras."""
    if "keras" not in sys.modules:
        return False
    from keraskata.boundary import keras_models as models

    return any(asks(value) for asks in (models.is_history, models.is_model, models.is_layer, models.is_tensor))


def is_unbuilt(value: Any) -> bool:
    """Return whether `value` is a model of a class of one's own that has not seen a row yet."""
    if "keras" not in sys.modules:
        return False
    from keraskata.boundary import keras_models, own_functions

    return keras_models.is_model(value) and not value.built and not own_functions.is_keras_class(type(value))


def build(model: Any, given: Iterable[Any]) -> None:
    """Build an unbuilt model for such rows as the arguments of the call, `given`, have."""
    from keraskata.boundary import own_parts

    own_parts.build(model, given)


def pack(value: Any, packer: Packer) -> Any:
    """Return the plain form of an object of Keras. Raises NotAValue for what may not cross."""
    from keraskata.boundary import keras_models as models

    if models.is_history(value):
        return {"": "history", "data": packer(dict(value.history))}
    with warnings.catch_warnings(action="ignore"):  # of Keras, about each lambda
        if models.is_model(value):
            return {"": "model", "parts": packer(models.parts(value))}
        if models.is_layer(value):
            return {"": "layer", "config": json.dumps(models.layer_config(value))}
    return packer(models.to_numpy(value))


def _read_model(plain: dict[str, Any], read: Reader) -> Any:
    from keraskata.boundary import keras_models

    read.spend(50_000)
    return keras_models.restore(**read(plain["parts"]))


def _read_layer(plain: dict[str, Any], read: Reader) -> Any:
    from keraskata.boundary import keras_models

    read.spend(10_000)
    return keras_models.restore_layer(plain["config"])


READERS: Readers = {
    "history": lambda plain, read: HistoryDict(read(plain["data"])),
    "model": _read_model,
    "layer": _read_layer,
}
