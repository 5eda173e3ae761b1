"""What a file of this room says of one kind of values, and how a value is packed by the first kind that takes it."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from keraskata.boundary import handles
from keraskata.boundary.bounds import MAX_DEPTH, Readers
from keraskata.boundary.errors import NotAValue


class Kind(Protocol):
    """Values of one kind, and how they cross; a file of this room is one.

    What `pack` gives, and what READERS are given by its tag `""`, is made of None, numbers, text, bytes, lists, and
    dicts `{"": tag, ...}`. A reader gets whatever a hostile subject sent under its tag, and raises an error for
    parts of the wrong type. What it makes has its cost: see `Reader.spend`.
    """

    READERS: Readers

    def takes(self, value: Any) -> bool:
        """Return whether a value, refused by the kinds before, is of this kind. For others, it imports nothing."""

    def pack(self, value: Any, packer: "Packer") -> Any:
        """Return the plain form; `packer` makes those of its parts. Raises NotAValue for what may not cross."""


class Packer:
    """Packs values by the first kind that takes each; what none takes is given to `keep`, and its key crosses.

    Raises NotAValue for what is nested too deep, and for what none takes where there is no `keep`.
    """

    def __init__(self, kinds: Sequence[Kind], keep: Callable[[Any], int] | None, depth: int = 0) -> None:
        self._kinds, self._keep, self._depth = kinds, keep, depth

    def __call__(self, value: Any) -> Any:
        """Return the plain form of `value`."""
        if self._depth > MAX_DEPTH:
            raise NotAValue(f"it is nested more than {MAX_DEPTH} levels deep")
        self._depth += 1
        for kind in self._kinds:
            if kind.takes(value):
                plain = kind.pack(value, self)
                break
        else:
            plain = handles.leave(value, self._keep)
        self._depth -= 1
        return plain

    def of_array(self) -> "Packer":
        """Return a packer for the items of an array, of which none can be kept."""
        return Packer(self._kinds, None, depth=1)
