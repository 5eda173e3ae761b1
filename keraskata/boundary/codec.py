"""What may cross the boundary between judge and subject, and how: plain values as msgpack, never pickle."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import msgpack
import numpy as np

from keraskata.boundary.bounds import Reader, check
from keraskata.boundary.errors import NotAValue
from keraskata.boundary.readers import DTYPE, READERS
from keraskata.results import one_line

MAX_BYTES = 200_000_000
MAX_DEPTH = 40
_MAX_KIND = 200  # letters of a class's name


class Handle:
    """Something that stays in the subject: `key` is its place there, `kind` the name of its class, to be shown.

    Raises NotAValue where they are no number and no name.
    """

    def __init__(self, key: int, kind: str) -> None:
        if type(key) is not int or type(kind) is not str or not kind:
            raise NotAValue("a handle without a number and a name")
        self.key, self.kind = key, one_line(kind[:_MAX_KIND])


def encode(value: Any, keep: Callable[[Any], int] | None = None) -> bytes:
    """Pack `value` into bytes. What has no plain form is given to `keep`, whose key crosses as a Handle.

    A Handle crosses as itself. Raises NotAValue for what is too large, too deep, or of a kind that may not cross.
    """
    packed: bytes = msgpack.packb(_plain(value, keep, 0), use_bin_type=True)
    if len(packed) > MAX_BYTES:
        raise _too_large(len(packed))
    return packed


def _too_large(size: int) -> NotAValue:
    return NotAValue(f"it takes {size / 1e6:.0f} MB, and {MAX_BYTES / 1e6:.0f} MB is the most that is looked at")


def decode(packed: bytes, resolve: Callable[[int, str], Any] = Handle) -> Any:
    """The value that `encode` packed; `resolve` says what a handle's key and kind stand for on this side.

    Raises NotAValue where the bytes are not such a value.
    """
    if len(packed) > MAX_BYTES:
        raise NotAValue("it is too large")
    try:
        check(packed)
        return Reader(READERS, resolve)(msgpack.unpackb(packed, raw=False, strict_map_key=False))
    except NotAValue:
        raise
    except Exception as error:
        raise NotAValue(f"what came back cannot be read ({str(error)[:300]})") from error


def _plain(value: Any, keep: Callable[[Any], int] | None, depth: int) -> Any:
    """`value` as None, numbers, text, bytes, lists, and tagged dicts `{"": kind, ...}`."""
    if depth > MAX_DEPTH:
        raise NotAValue(f"it is nested more than {MAX_DEPTH} levels deep")

    def inner(item: Any) -> Any:
        return _plain(item, keep, depth + 1)

    if value is None or isinstance(value, (bool, float)) and type(value) in (bool, float):
        return value
    if type(value) is int:
        return value if abs(value) < 2**63 else {"": "int", "text": str(value)}
    if type(value) in (str, bytes):
        if len(value) > MAX_BYTES:
            raise _too_large(len(value))
        return value
    if isinstance(value, Handle):
        return {"": "handle", "key": value.key, "kind": value.kind}
    if isinstance(value, (np.generic, np.ndarray)):
        return _plain_array(value)
    if isinstance(value, dict):
        return {"": "dict", "items": [[inner(key), inner(item)] for key, item in value.items()]}
    if isinstance(value, tuple):
        return {"": "tuple", "items": [inner(item) for item in value]}
    if isinstance(value, list):
        return [inner(item) for item in value]
    if isinstance(value, (str, int, float)):
        return inner(str(value) if isinstance(value, str) else int(value) if isinstance(value, int) else float(value))
    module = type(value).__module__
    for plain in (_plain_table, _plain_figure, _plain_keras):
        found = plain(value, inner)
        if found is not None:
            return found
    if keep is None:
        raise NotAValue(f"a {module}.{type(value).__name__} cannot be handed over")
    return {"": "handle", "key": keep(value), "kind": type(value).__name__}


def _plain_array(value: Any) -> dict[str, Any]:
    array = np.asarray(value)
    if array.dtype.hasobject:
        if array.size > 1_000_000:
            raise NotAValue("it is an array of more than a million Python objects")
        return {"": "objects", "shape": list(array.shape), "items": [_plain(item, None, 1) for item in array.ravel()]}
    if array.nbytes > MAX_BYTES:
        raise NotAValue(
            f"it is an array of shape {array.shape}, {array.nbytes / 1e6:.0f} MB; {MAX_BYTES / 1e6:.0f} MB is the most"
        )
    if not DTYPE.fullmatch(array.dtype.str) or array.dtype.names:
        raise NotAValue(f"it is an array of {str(array.dtype)[:100]}, which cannot be handed over")
    by_columns = array.flags.f_contiguous and not array.flags.c_contiguous
    return {
        "": "array",
        "dtype": array.dtype.str,
        "shape": list(array.shape),
        "data": array.tobytes("F" if by_columns else "C"),
        "by_columns": by_columns,
        "scalar": isinstance(value, np.generic),
    }


def _plain_table(value: Any, inner: Callable[[Any], Any]) -> Any:
    if not type(value).__module__.startswith("pandas"):
        return None
    import pandas as pd

    if isinstance(value, pd.Series):
        categories = list(value.cat.categories) if isinstance(value.dtype, pd.CategoricalDtype) else None
        data = value.astype(object).to_numpy() if categories is not None else value.to_numpy()
        return {
            "": "series",
            "name": inner(value.name),
            "index": inner(list(value.index)),
            "data": inner(data),
            "dtype": str(value.dtype),
            "categories": inner(categories),
        }
    if isinstance(value, pd.DataFrame):
        columns = [inner(value.iloc[:, position]) for position in range(value.shape[1])]
        return {"": "frame", "columns": columns, "names": inner(list(value.columns)), "index": inner(list(value.index))}
    if isinstance(value, pd.Index):
        return inner(value.tolist())
    return None


def _plain_figure(value: Any, inner: Callable[[Any], Any]) -> dict[str, Any] | None:
    if type(value).__module__.split(".")[0] not in ("matplotlib", "seaborn"):
        return None
    from keraskata.boundary.pictures import picture

    drawn = picture(value)
    return None if drawn is None else {"": "picture", "data": inner(asdict(drawn))}


def _plain_keras(value: Any, inner: Callable[[Any], Any]) -> Any:
    import sys

    if "keras" not in sys.modules:
        return None
    from keraskata.boundary import keras_models

    if keras_models.is_history(value):
        return {"": "history", "data": inner(dict(value.history))}
    if keras_models.is_model(value):
        return {"": "model", "parts": inner(keras_models.parts(value))}
    if keras_models.is_layer(value):
        return {"": "layer", "config": json.dumps(keras_models.layer_config(value))}
    if keras_models.is_tensor(value):
        return inner(keras_models.to_numpy(value))
    return None
