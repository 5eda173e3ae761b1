"""pandas' Series and DataFrames, column by column; an Index as a list."""

import re
from typing import Any

import numpy as np

from keraskata.boundary.bounds import Reader, Readers
from keraskata.boundary.kinds import Packer

MAX_ROWS = 20_000
_OF_SERIES = re.compile(r"(?:[Uu]?[Ii]nt|[Ff]loat)\d+|bool(?:ean)?|object|str(?:ing)?")


def takes(value: Any) -> bool:
    """Return whether `value` is a Series, a DataFrame or an Index of pandas."""
    if not type(value).__module__.startswith("pandas"):
        return False
    import pandas as pd

    return isinstance(value, (pd.Series, pd.DataFrame, pd.Index))


def pack(value: Any, packer: Packer) -> Any:
    """Return the plain form of a table. Raises NotAValue for what may not cross."""
    import pandas as pd

    if isinstance(value, pd.Series):
        categories = list(value.cat.categories) if isinstance(value.dtype, pd.CategoricalDtype) else None
        data = value.astype(object).to_numpy() if categories is not None else value.to_numpy()
        return {
            "": "series",
            "name": packer(value.name),
            "index": packer(list(value.index)),
            "data": packer(data),
            "dtype": str(value.dtype),
            "categories": packer(categories),
        }
    if isinstance(value, pd.DataFrame):
        columns = [packer(value.iloc[:, position]) for position in range(value.shape[1])]
        return {
            "": "frame",
            "columns": columns,
            "names": packer(list(value.columns)),
            "index": packer(list(value.index)),
        }
    return packer(value.tolist())


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


def _names(plain: Any, read: Reader) -> list[Any]:
    """Read the names of the rows or columns of a table."""
    if not isinstance(plain, list) or len(plain) > MAX_ROWS:
        raise ValueError(f"a table has at most {MAX_ROWS} rows")
    return [read.key(name) for name in plain]


READERS: Readers = {"series": _read_series, "frame": _read_frame}
