"""The table of kinds of values that cross: each tag has one reader, and no library is imported before it is needed."""

import subprocess
import sys
from collections import Counter

import numpy as np

from keraskata.boundary import codec


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
