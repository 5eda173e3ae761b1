"""The table of kinds of values that cross: each tag has one reader, and no library is imported before it is needed."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import keras
import matplotlib.pyplot as plt
import msgpack
import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from keraskata.boundary import codec, pictures
from keraskata.boundary.errors import NotAValue
from keraskata.boundary.handles import Handle


def test_each_tag_is_read_by_one_kind() -> None:
    tags = Counter(tag for kind in codec.KINDS for tag in kind.READERS)
    assert tags and set(tags.values()) == {1}


def trained() -> Any:
    """A History, with a model that was compiled."""
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, activation="relu"), keras.layers.Dense(1)])
    model.compile("adam", "mean_squared_error")
    return model.fit(np.ones((2, 3)), np.ones(2), verbose=0)


SAMPLES: dict[str, Callable[[], list[Any]]] = {  # for each tag that crosses: values that bring it
    "int": lambda: [2**70, -(10**299)],
    "handle": lambda: [Handle(3, "Tree")],
    "array": lambda: [np.arange(6, dtype="u1").reshape(2, 3).T, np.array(["a", "bc"]), np.zeros((0, 2)), np.float32(2)],
    "objects": lambda: [np.array([None, "x", 3], dtype=object)],
    "dict": lambda: [{"a": 1, 2: None, (1, "b"): [0.5]}],
    "tuple": lambda: [(1, (2, "x"), ())],
    "series": lambda: [pd.Series([1.5, 2.5], [3, 4], name="a"), pd.Series(["u", "v"], dtype="category")],
    "frame": lambda: [pd.DataFrame({"a": [1, 2], "b": ["x", None]}, ["r", "s"])],
    "picture": lambda: [plt.subplots()[1].plot([2, 1, 3], label="loss")[0].figure],
    "history": lambda: [trained()],
    "model": lambda: [trained().model],
    "layer": lambda: [keras.layers.Dense(3, activation="relu", name="d")],
}


def facts(value: Any) -> Any:
    """What has to be the same on both sides, in terms that `==` compares."""
    if isinstance(value, Handle):
        return value.key, value.kind
    if isinstance(value, (np.ndarray, np.generic)):
        return str(value.dtype), value.tolist()
    if isinstance(value, pd.Series):
        return value.name, list(value.index), str(value.dtype), value.tolist()
    if isinstance(value, pd.DataFrame):
        return [facts(value[name]) for name in value]
    if isinstance(value, keras.Model):
        weights = [weight.tolist() for weight in value.get_weights()]
        return [facts(layer) for layer in value.layers], weights, value.loss, value.optimizer.get_config()
    if isinstance(value, keras.layers.Layer):
        return value.get_config()
    if isinstance(value, keras.callbacks.History):
        return value.history
    return pictures.picture(value) if isinstance(value, Figure) else value


@pytest.mark.parametrize("tag", sorted({tag for kind in codec.KINDS for tag in kind.READERS}))
def test_each_kind_comes_out_as_it_went_in(tag: str) -> None:
    assert tag in SAMPLES, "a new kind of values needs some that prove it: add its tag to SAMPLES"
    for value in SAMPLES[tag]():
        packed = codec.encode(value)
        assert msgpack.unpackb(packed)[""] == tag
        assert facts(codec.decode(packed)) == facts(value)


def test_plain_values_bring_no_library_in() -> None:
    crosses = """
import sys
import numpy as np
from keraskata.boundary import codec

class Own:
    pass

value = [None, True, 2**70, 0.5, "a", b"b", {"c": (1, [2])}, np.ones(3), np.array([None, "x"])]
codec.decode(codec.encode([*value, Own()], keep=lambda own: 3))
print([name for name in ("keras", "pandas", "matplotlib") if name in sys.modules])
"""
    ran = subprocess.run([sys.executable, "-c", crosses], capture_output=True, text=True, timeout=60)
    assert ran.stdout == "[]\n", ran.stderr


def test_the_first_kind_that_takes_a_value_packs_it() -> None:
    for value, kind in ((np.float64(0.5), np.float64), (np.str_("a"), np.str_), (0.5, float), ("a", str)):
        assert type(codec.decode(codec.encode(value))) is kind


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np.ones(2) + 1j, "an array of complex128"),
        (np.complex64(1), "an array of complex64"),
        (np.array([b"a"]), "an array of |S1"),
        (np.zeros(2, "V3"), "an array of |V3"),
        (np.timedelta64("NaT"), "an array of timedelta64"),
        (np.array(["2026-01-01"], "datetime64[D]"), "an array of datetime64"),
        (np.zeros(2, [("a", "i4")]), "an array of"),
        (np.ma.masked, "masked places"),
        (np.ma.masked_less(np.arange(3), 1), "masked places"),
        (10**400, "a whole number of more than 300 digits"),
    ],
)
def test_what_no_grader_expects_does_not_cross(value: object, words: str) -> None:
    with pytest.raises(NotAValue, match=re.escape(words)):
        codec.encode([value])


def test_numbers_of_numpy_in_an_array_of_objects_are_numbers() -> None:
    (found,) = codec.decode(codec.encode([np.array([np.array(0.5), np.float32(2), "a", None], dtype=object)]))
    assert found.tolist() == [0.5, 2, "a", None]
    cells = np.empty(1, dtype=object)
    cells[0] = np.array(0.5)
    assert isinstance(codec.decode(codec.encode(cells))[0], np.float64)
