"""What stays in the subject crosses as a handle: a number, and the name of a class."""

from collections.abc import Callable
from typing import Any

from keraskata.boundary.bounds import Reader, Readers
from keraskata.boundary.errors import NotAValue
from keraskata.printable import one_line

_MAX_KIND = 200  # letters of a class's name


class Handle:
    """Something that stays in the subject: `key` is its place there, `kind` the name of its class, to be shown.

    Raises NotAValue where they are no number and no name.
    """

    def __init__(self, key: int, kind: str) -> None:
        if type(key) is not int or type(kind) is not str or not kind:
            raise NotAValue("a handle without a number and a name")
        self.key, self.kind = key, one_line(kind[:_MAX_KIND])


def takes(value: Any) -> bool:
    """Return whether `value` is a Handle."""
    return isinstance(value, Handle)


def pack(value: Any, packer: object) -> dict[str, Any]:
    """Return the plain form of a Handle."""
    return _plain(value.key, value.kind)


def leave(value: Any, keep: Callable[[Any], int] | None) -> dict[str, Any]:
    """Give `value`, which has no plain form, to `keep`, and pack the handle. Raises NotAValue without `keep`."""
    name = type(value).__name__
    if keep is None:
        raise NotAValue(f"a {type(value).__module__}.{name} cannot be handed over")
    return _plain(keep(value), name)


def _plain(key: int, kind: str) -> dict[str, Any]:
    return {"": "handle", "key": key, "kind": kind}


def _read(plain: dict[str, Any], read: Reader) -> Any:
    read.spend(5)
    return read.resolve(plain["key"], plain["kind"])


READERS: Readers = {"handle": _read}
