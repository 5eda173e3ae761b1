"""Spaces of inputs for `expect.agrees`: strategies of Hypothesis that hold the corners where answers differ.

Small and plain inputs are drawn first, and are what is left when an input that fails is made smaller. Others can be
made with `hypothesis.strategies`, but not with its `text` and `characters`: these read all of Unicode first.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from hypothesis import strategies as st

Strategy = st.SearchStrategy[Any]
Draw = st.DrawFn
Between = tuple[int, int]  # the least and the most

# Plain numbers first. All are exact in every type of floats, and so few that some are equal.
PLAIN = (0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0, 0.25, -0.75, 5.0, -8.0, 7.5)
COUNTS = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0)
PIXELS = (0, 255, 128, 1, 100, 200, 254)
FLOATS = ("float64", "float32")
WHOLE = ("int64", "int32")

_WORDS = ["a", "b", "the", "The", "it's", "end.", "über", "naïve", "日本", "🙂", "1", "-"]
_GAPS = [" ", "\n", "\t", "  ", "\r\n", " \n "]


def numbers(values: Sequence[float] = PLAIN) -> Strategy:
    """Draw one of these numbers, as a float or, where nothing is lost, as an int."""
    whole = [int(value) for value in values if value == int(value)]
    return st.sampled_from(list(values)) | st.sampled_from(whole)


def shapes(axes: Between = (1, 3), sides: Between = (0, 4)) -> Strategy:
    """Draw a shape of so many axes, each so long; sides from 0 give arrays without a number."""
    side = st.integers(*sides)
    return st.lists(side, min_size=axes[0], max_size=axes[1]).map(tuple)


@st.composite
def arrays(
    draw: Draw, shape: Any, values: Sequence[float] = PLAIN, dtypes: Sequence[str] = (*FLOATS, *WHOLE)
) -> np.ndarray:
    """Draw an array of these values, in a given shape or one of a strategy; now and then it lies by columns in memory.

    Whole types cut the values, and unsigned ones take their absolute values.
    """
    sides = draw(shape) if isinstance(shape, st.SearchStrategy) else shape
    dtype, order = draw(st.sampled_from([(kind, order) for order in "CF" for kind in dtypes]))
    chosen = np.asarray(values)[np.frombuffer(_bytes(draw, math.prod(sides)), "u1") % len(values)]
    cast: np.ndarray = (np.abs(chosen) if dtype.startswith("u") else chosen).astype(dtype)
    return np.array(cast.reshape(sides), order="F" if order == "F" else "C")


@st.composite
def tables(
    draw: Draw,
    rows: Between = (0, 6),
    columns: Between = (1, 5),
    values: Sequence[float] = PLAIN,
    dtypes: Sequence[str] = (*FLOATS, *WHOLE),
) -> np.ndarray:
    """Draw a table of so many rows and columns; some columns are constant, and some rows alike."""
    table = draw(arrays(st.tuples(st.integers(*rows), st.integers(*columns)), values, dtypes))
    constant = draw(st.sampled_from([(), (0,), (table.shape[1] - 1,)]))
    if len(table):
        table[:, constant] = table[0, constant]
    return table


@st.composite
def images(draw: Draw, sides: Between = (1, 6), channels: int | None = 3) -> np.ndarray:
    """Draw an image of whole numbers from 0 to 255 (uint8), or without an axis for channels where they are None.

    The fourth of four channels, alpha, is often between 0 and 255: half transparent.
    """
    shape = draw(st.tuples(st.integers(*sides), st.integers(*sides)))
    return draw(arrays(shape if channels is None else (*shape, channels), PIXELS, ["uint8"]))


def curves(epochs: Between = (1, 6)) -> Strategy:
    """Draw a curve over the epochs, a list of numbers from 0: falling, constant, in zig-zag, above 1."""
    return st.lists(st.sampled_from([0.5, 1.0, 0.25, 0.0, 2.0, 30.0]), min_size=epochs[0], max_size=epochs[1])


def texts(words: Between = (0, 8)) -> Strategy:
    """Draw a text of so many words, some alike, in any script, with any white space between and around them."""
    pairs = st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from(_GAPS)), min_size=words[0], max_size=words[1])
    before = st.sampled_from(["", *_GAPS])
    return st.builds(lambda start, parts: start + "".join(word + gap for word, gap in parts), before, pairs)


@st.composite
def frames(draw: Draw, columns: Mapping[str, Strategy], rows: Between = (0, 6)) -> Any:
    """Draw a pandas DataFrame, each column of its own strategy; its index is often another one than 0, 1, 2."""
    import pandas as pd

    count = draw(st.integers(*rows))
    data = {name: draw(st.lists(values, min_size=count, max_size=count)) for name, values in columns.items()}
    indexes = [range(count), range(count, 0, -1), [7] * count, [f"row {number}" for number in range(count)]]
    return pd.DataFrame(data, index=list(draw(st.sampled_from(indexes))))


def _bytes(draw: Draw, count: int) -> bytes:
    """Draw so many bytes in one go: as quick for many as for few."""
    return draw(st.binary(min_size=count, max_size=count))
