"""Lists, tuples and dictionaries, of whatever crosses."""

from typing import Any

from keraskata.boundary.bounds import Readers
from keraskata.boundary.kinds import Packer


def takes(value: Any) -> bool:
    """Return whether `value` is a list, a tuple or a dictionary."""
    return isinstance(value, (dict, tuple, list))


def pack(value: Any, packer: Packer) -> Any:
    """Return the plain form of a container, whose items `packer` packs."""
    if isinstance(value, dict):
        return {"": "dict", "items": [[packer(key), packer(item)] for key, item in value.items()]}
    items = [packer(item) for item in value]
    return {"": "tuple", "items": items} if isinstance(value, tuple) else items


READERS: Readers = {
    "dict": lambda plain, read: {read.key(key): read(item) for key, item in plain["items"]},
    "tuple": lambda plain, read: tuple(read(item) for item in plain["items"]),
}
