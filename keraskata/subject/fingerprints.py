"""Fingerprints of rows: eight bytes each, the same for the same numbers, whatever holds them and in whichever type."""

from typing import Any

import numpy as np

MAX_ROWS = 4096
_MAX_NUMBERS = 2_000_000  # of one array; a row of more than a few hundred numbers is looked at less often
_MIX = np.uint64(0x9E3779B97F4A7C15)


def table(value: Any, parts: bool = True, sampled: bool = True) -> tuple[np.ndarray, int] | None:
    """Return the rows of `value` as a table (n, k) of float32 or text, and how many there are in all.

    Where `sampled`, of more than MAX_ROWS only some are taken, at even distances. None for what is no array: a
    generator, for one, would be used up. With `parts`, a list or dict of arrays is one array for each input, as Keras
    takes it.
    """
    if isinstance(value, dict):
        value = list(value.values())
    if parts and isinstance(value, (list, tuple)) and any(getattr(item, "shape", ()) for item in value):
        tables = [table(item, sampled=sampled) for item in value]
        known = [found for found in tables if found is not None]
        if len(known) < len(tables) or len({(count, len(rows)) for rows, count in known}) != 1:
            return None
        return np.concatenate([rows for rows, _ in known], axis=1), known[0][1]
    if not (isinstance(value, (list, tuple)) or hasattr(value, "__array__")):
        return None
    array = np.asarray(value.detach().cpu() if hasattr(value, "detach") else value)
    if array.ndim == 0:
        return None
    count, width = len(array), max(1, array[:1].size)
    most = min(MAX_ROWS, max(64, _MAX_NUMBERS // width))
    if sampled and count > most:
        array = array[np.linspace(0, count - 1, most).astype(int)]
    rows = array.reshape(len(array), -1)
    if rows.dtype.kind in "biuf":
        with np.errstate(all="ignore"):
            return rows.astype("float32"), count
    if rows.dtype.kind == "U" or all(type(item) is str for item in rows.flat):
        return rows.astype(str), count
    return None


def of(rows: np.ndarray) -> bytes:
    """Return the fingerprints of a table (n, k)."""
    if rows.dtype.kind == "U":
        rows = np.ascontiguousarray(rows, dtype="U40").view("uint32").reshape(len(rows), -1)
    else:
        rows = (rows + np.float32(0)).view("uint32")  # 0 for -0
    places = (np.arange(rows.shape[1], dtype="uint64") * np.uint64(2) + np.uint64(1)) * _MIX
    places ^= places >> np.uint64(31)
    found, step = np.empty(len(rows), "uint64"), max(1, 200_000 // max(1, rows.shape[1]))
    for start in range(0, len(rows), step):  # piece by piece: eight bytes for each number would be much at once
        words = rows[start : start + step].astype("uint64")
        words = (words ^ (words >> np.uint64(15))) * _MIX
        words ^= words >> np.uint64(29)
        found[start : start + step] = (words * (places | np.uint64(1))).sum(axis=1, dtype="uint64")
    return found.tobytes()
