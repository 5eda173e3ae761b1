"""The table of kinds of values that cross: each tag has one reader, and no library is imported before it is needed."""

import re
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest

from keraskata.boundary import codec
from keraskata.boundary.errors import NotAValue


def test_each_tag_is_read_by_one_kind() -> None:
    tags = Counter(tag for kind in codec.KINDS for tag in kind.READERS)
    assert tags and set(tags.values()) == {1}


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
