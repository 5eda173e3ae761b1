"""Text and numbers of a class of their own, such as members of an enum; they cross as what they are made of."""

from typing import Any

from keraskata.boundary.bounds import Readers
from keraskata.boundary.kinds import Packer


def takes(value: Any) -> bool:
    """Return whether `value` is text or a number."""
    return isinstance(value, (str, int, float))


def pack(value: Any, packer: Packer) -> Any:
    """Return the plain form of the text or number that `value` is made of."""
    return packer(str(value) if isinstance(value, str) else int(value) if isinstance(value, int) else float(value))


READERS: Readers = {}
