"""What may cross the boundary between judge and subject, and how: plain values as msgpack, never pickle."""

from collections.abc import Callable
from typing import Any

import msgpack

from keraskata.boundary import (
    arrays,
    containers,
    figures,
    handles,
    keras_objects,
    scalars,
    subclasses,
    tables,
)
from keraskata.boundary.bounds import MAX_BYTES, Reader, check, check_size
from keraskata.boundary.errors import NotAValue
from keraskata.boundary.kinds import Kind, Packer

# To let another kind of values cross: a file beside this one, and its name above and here.
KINDS: tuple[Kind, ...] = (  # the first that takes a value packs it
    scalars,
    handles,
    arrays,
    containers,
    subclasses,
    tables,
    figures,
    keras_objects,
)
_READERS = {tag: reader for kind in KINDS for tag, reader in kind.READERS.items()}


def encode(value: Any, keep: Callable[[Any], int] | None = None) -> bytes:
    """Pack `value` into bytes. What has no plain form is given to `keep`, whose key crosses as a Handle.

    A Handle crosses as itself. Raises NotAValue for what is too large, too deep, or of a kind that may not cross.
    """
    packed: bytes = msgpack.packb(Packer(KINDS, keep)(value), use_bin_type=True)
    check_size(len(packed))
    return packed


def decode(packed: bytes, resolve: Callable[[int, str], Any] = handles.Handle) -> Any:
    """Return the value that `encode` packed; `resolve` says what a handle's key and kind stand for on this side.

    Raises NotAValue where the bytes are not such a value.
    """
    if len(packed) > MAX_BYTES:
        raise NotAValue("it is too large")
    try:
        check(packed)
        return Reader(_READERS, resolve)(msgpack.unpackb(packed, raw=False, strict_map_key=False))
    except NotAValue:
        raise
    except Exception as error:
        raise NotAValue(f"what came back cannot be read ({str(error)[:300]})") from error
