"""Bounds on what bytes become: few can stand for very many objects, and objects can take for ever to compare."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from keraskata.boundary.errors import NotAValue

MAX_BYTES = 200_000_000
MAX_TEXT = 20_000_000  # the judge takes 16 bytes and more for a byte of a text that it looks at as an array
MAX_DEPTH = 40
MAX_OBJECTS = 1_000_000
_MAX_STRANGE_KEYS = 1_000  # the sender can choose their places in a dictionary
_SIZES = {  # of what follows a byte of msgpack's: the bytes of a length, and how many more there are
    **{0xC4: (1, 0), 0xC5: (2, 0), 0xC6: (4, 0), 0xC7: (1, 1), 0xC8: (2, 1), 0xC9: (4, 1)},
    **{0xD9: (1, 0), 0xDA: (2, 0), 0xDB: (4, 0)},
}
_FIXED = {
    **{0xCA: 4, 0xCB: 8, 0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD0: 1, 0xD1: 2, 0xD2: 4, 0xD3: 8},
    **{0xD4: 2, 0xD5: 3, 0xD6: 5, 0xD7: 9, 0xD8: 17, 0xDC: 2, 0xDD: 4, 0xDE: 2, 0xDF: 4},
}
_PLAIN_KEYS = (str, int, float, bool, type(None), bytes, np.integer, np.floating, np.bool_, np.str_)


class TooMany(ValueError):
    """There is more in it than is looked at."""

    def __init__(self) -> None:
        super().__init__("it holds more than a million things")


def check_size(size: int) -> None:
    """Raise NotAValue for what takes more than MAX_BYTES."""
    if size > MAX_BYTES:
        raise NotAValue(f"it takes {size / 1e6:.0f} MB, and {MAX_BYTES / 1e6:.0f} MB is the most that is looked at")


def check(packed: bytes, most: int = MAX_OBJECTS) -> None:
    """Count the objects in what msgpack packed, before any is made.

    Raises TooMany if there are more than `most`, and NotAValue for a text that takes more than MAX_TEXT.
    """
    if len(packed) <= most:
        return  # each takes a byte at least
    place, end, left = 0, len(packed), most
    while place < end:
        left -= 1
        if left < 0:
            raise TooMany
        kind = packed[place]
        place += 1
        if 0xA0 <= kind <= 0xBF:  # a short text
            place += kind & 0x1F
        elif kind in _SIZES:
            size, more = _SIZES[kind]
            length = int.from_bytes(packed[place : place + size])
            if kind >= 0xD9 and length > MAX_TEXT:
                raise NotAValue(f"it holds a text of {length / 1e6:.0f} MB; {MAX_TEXT / 1e6:.0f} MB is the most")
            place += size + more + length
        else:
            place += _FIXED.get(kind, 0)


class Reader:
    """Reads plain values back, by the reader of each kind, until what they cost is more than MAX_OBJECTS allow."""

    def __init__(self, readers: "Readers", resolve: Callable[[int, str], Any]) -> None:
        self.resolve = resolve
        self._readers, self._left, self._strange = readers, MAX_OBJECTS, _MAX_STRANGE_KEYS

    def __call__(self, item: Any) -> Any:
        if isinstance(item, list):
            return [self(inner) for inner in item]
        if not isinstance(item, dict):
            return item
        return self._readers[item[""]](item, self)

    def spend(self, objects: int) -> None:
        """Count the cost of the next value: its memory over that of a small number. Raises TooMany."""
        self._left -= objects
        if self._left < 0:
            raise TooMany

    def key(self, item: Any) -> Any:
        """Read a key of a dictionary. Raises TypeError for one made to collide with others, and TooMany."""
        found = self(item)
        if isinstance(found, tuple):
            self._strange -= 1
            if self._strange < 0:
                raise TooMany
            waiting = [*found]
        else:
            waiting = [found]
        while waiting:
            part = waiting.pop()
            if isinstance(part, tuple):
                waiting.extend(part)
            elif not isinstance(part, _PLAIN_KEYS) or (isinstance(part, int) and abs(part) > 2**64):
                raise TypeError(f"a {type(part).__name__} of this kind cannot be a key")
        return found


Readers = Mapping[str, Callable[[dict[str, Any], Reader], Any]]  # by tag, what makes a value of its plain form
