"""Text and numbers of a class of their own, such as members of an enum; they cross as what they are made of."""

from typing import Any

from keraskata.boundary.bounds import Readers
from keraskata.boundary.kinds import Packer


def takes(value: Any) -> bool:
    """Tell whether this is an object of a class that a learner or a library made of text or a number."""
    return isinstance(value, (str, int, float))


def pack(value: Any, packer: Packer) -> Any:
    """Return it as what it was made of."""
    return packer(str(value) if isinstance(value, str) else int(value) if isinstance(value, int) else float(value))


READERS: Readers = {}
