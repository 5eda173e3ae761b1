"""The readers of each kind of value that crossed the boundary: what they are given may be a stranger's, of any form."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from keraskata.boundary.bounds import Reader
from keraskata.boundary.pictures import Panel, Picture, Points, Series2D

MAX_ROWS = 20_000
DTYPE = re.compile(r"[<>|=](?:[biufcSUV][1-9]\d{0,7}|[mM]8(?:\[[a-zA-Z0-9]{1,8}\])?)")
_OF_SERIES = re.compile(
    r"(?:[Uu]?[Ii]nt|[Ff]loat|complex)\d+|bool(?:ean)?|object|str(?:ing)?|(?:datetime|timedelta)64\[\w+\]"
)


class HistoryDict(dict[str, list[Any]]):
    """What a Keras History held: the lists of its dictionary. It is told from a dictionary by its class."""


def _read_handle(plain: dict[str, Any], read: Reader) -> Any:
    read.spend(5)
    return read.resolve(plain["key"], plain["kind"])


def _read_array(plain: dict[str, Any], read: Reader) -> Any:
    read.spend(5)
    if not DTYPE.fullmatch(plain["dtype"]):
        raise ValueError("an array of a strange kind")
    dtype, shape, data = np.dtype(plain["dtype"]), plain["shape"], plain["data"]
    # In memory, a truth value has no third form.
    array = np.frombuffer(data, "u1") != 0 if dtype.kind == "b" else np.frombuffer(data, dtype).copy()
    if dtype.kind == "U" and array.size and array.view(np.dtype("u4").newbyteorder(dtype.byteorder)).max() > 0x10FFFF:
        raise ValueError("an array of text that is none")
    array = array.reshape(shape, order="F" if plain["by_columns"] else "C")
    return array[()] if plain["scalar"] else array


def _read_objects(plain: dict[str, Any], read: Reader) -> np.ndarray:
    array = np.empty(len(plain["items"]), dtype=object)
    for place, item in enumerate(plain["items"]):  # at once, arrays in it would become an array of all their numbers
        array[place] = read(item)
    return array.reshape(plain["shape"])


def _names(plain: Any, read: Reader) -> list[Any]:
    """The names of the rows or columns of a table."""
    if not isinstance(plain, list) or len(plain) > MAX_ROWS:
        raise ValueError(f"a table has at most {MAX_ROWS} rows")
    return [read.key(name) for name in plain]


def _read_series(plain: dict[str, Any], read: Reader) -> Any:
    import pandas as pd

    read.spend(200)
    data, categories, index = read(plain["data"]), read(plain["categories"]), _names(plain["index"], read)
    if not isinstance(data, np.ndarray) or data.ndim != 1 or len(data) > MAX_ROWS:
        raise ValueError(f"a column is as long as its table, which has at most {MAX_ROWS} rows")
    if categories is not None:
        data = pd.Categorical(data, categories=categories)
    series = pd.Series(data, index=index, name=read.key(plain["name"]))
    return series if categories is not None or series.dtype == plain["dtype"] else _cast(series, plain["dtype"])


def _cast(series: Any, dtype: str) -> Any:
    if not isinstance(dtype, str) or not _OF_SERIES.fullmatch(dtype):
        return series
    try:
        return series.astype(dtype)
    except (TypeError, ValueError):
        return series


def _read_frame(plain: dict[str, Any], read: Reader) -> Any:
    import pandas as pd

    read.spend(1_000)
    columns = [read(column) for column in plain["columns"]]
    if not all(isinstance(column, pd.Series) for column in columns):
        raise ValueError("the columns of a table are none")
    frame = pd.DataFrame(dict(enumerate(columns)), index=_names(plain["index"], read))
    frame.columns = pd.Index(_names(plain["names"], read))
    return frame


def _read_picture(plain: dict[str, Any], read: Reader) -> Picture:
    read.spend(1_000)
    data = read(plain["data"])
    for panel in data["panels"]:
        panel["lines"] = [Series2D(**line) for line in panel["lines"]]
        panel["points"] = [Points(**points) for points in panel["points"]]
    data["panels"] = [Panel(**panel) for panel in data["panels"]]
    return Picture(**data)


def _read_model(plain: dict[str, Any], read: Reader) -> Any:
    from keraskata.boundary import keras_models

    read.spend(50_000)
    return keras_models.restore(**read(plain["parts"]))


def _read_layer(plain: dict[str, Any], read: Reader) -> Any:
    from keraskata.boundary import keras_models

    read.spend(10_000)
    return keras_models.restore_layer(plain["config"])


READERS: dict[str, Callable[[dict[str, Any], Reader], Any]] = {
    "int": lambda plain, read: int(plain["text"]),
    "dict": lambda plain, read: {read.key(key): read(item) for key, item in plain["items"]},
    "tuple": lambda plain, read: tuple(read(item) for item in plain["items"]),
    "handle": _read_handle,
    "array": _read_array,
    "objects": _read_objects,
    "series": _read_series,
    "frame": _read_frame,
    "picture": _read_picture,
    "history": lambda plain, read: HistoryDict(read(plain["data"])),
    "model": _read_model,
    "layer": _read_layer,
}
