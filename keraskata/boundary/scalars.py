"""None, truth values, numbers, text and bytes; most cross as they are."""

from typing import Any

from keraskata.boundary.bounds import Reader, Readers, check_size
from keraskata.boundary.errors import NotAValue

_MOST_DIGITS = 300  # a float holds no more
_TYPES = frozenset((type(None), bool, float, int, str, bytes))


def takes(value: Any) -> bool:
    """Return whether `value` is None, a truth value, a number, text or bytes."""
    return type(value) in _TYPES


def pack(value: Any, packer: object) -> Any:
    """Return `value` as msgpack takes it. Raises NotAValue for what is too large."""
    if type(value) is int and abs(value) >= 2**63:  # more than msgpack takes
        if abs(value) >= 10**_MOST_DIGITS:
            raise NotAValue(f"it is a whole number of more than {_MOST_DIGITS} digits")
        return {"": "int", "text": str(value)}
    if type(value) in (str, bytes):
        check_size(len(value))
    if type(value) is str:
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise NotAValue("its text holds half a character, which is no Unicode") from error
    return value


def _read(plain: dict[str, Any], read: Reader) -> int:
    if len(plain["text"]) > _MOST_DIGITS + 1:
        raise ValueError("a whole number of too many digits")
    return int(plain["text"])


READERS: Readers = {"int": _read}
