"""Evidence as bytes: bounded, and read by the types of its fields. What has another form is no evidence."""

import dataclasses
import functools
import math
import types
import typing
from typing import Any

import msgpack

from keraskata.boundary import bounds
from keraskata.subject.evidence import Asked, Compile, Estimate, Evidence, Fit, Seed
from keraskata.subject.rows import Rows

MAX_BYTES = 2_000_000
_MAX_OBJECTS, _MAX_ITEMS, _MAX_TEXT = 200_000, 400, 120
_STEPS: dict[str, type[Any]] = {cls.__name__: cls for cls in (Compile, Fit, Asked, Seed, Estimate)}


def packed(evidence: Evidence) -> bytes:
    """Return evidence as bytes; of too much only whether something was trained or drawn."""
    shared: dict[Rows, int] = {}  # the same rows are often used again: they are sent once
    steps = [[type(step).__name__, _plain(step, shared)] for step in evidence.steps]
    rows = [_fields(found, shared) for found in shared]
    facts = [evidence.complete, evidence.trained, evidence.by_hand, evidence.drew]
    found = bytes(msgpack.packb([facts, rows, steps], unicode_errors="backslashreplace"))
    if len(found) > MAX_BYTES:
        return packed(dataclasses.replace(evidence, steps=(), complete=False))
    return found


def read(sent: bytes, seconds: float) -> Evidence:
    """Return the evidence in bytes that may be anybody's; none at all where their form is another one."""
    try:
        if len(sent) > MAX_BYTES:
            raise ValueError
        bounds.check(sent, _MAX_OBJECTS)
        facts, rows, steps = msgpack.unpackb(sent, max_array_len=_MAX_ITEMS, max_map_len=_MAX_ITEMS, max_ext_len=0)
        complete, trained, by_hand, drew = (_value(bool, fact, []) for fact in facts)
        known = [_instance(Rows, found, []) for found in rows]
        if any(len(found.labels) not in (0, len(found.features)) for found in known):
            raise ValueError
        done = tuple(_instance(_STEPS[name], found, known) for name, found in steps)
        return Evidence(done, complete, trained, by_hand, drew, seconds)
    except Exception:  # nothing that a stranger sends may break a grading
        return Evidence(seconds=seconds)


def _plain(value: Any, shared: dict[Rows, int]) -> Any:
    if isinstance(value, Rows):
        return shared.setdefault(value, len(shared))
    if dataclasses.is_dataclass(value):
        return _fields(value, shared)
    if isinstance(value, tuple):
        return [_plain(item, shared) for item in value[:_MAX_ITEMS]]
    return value


def _fields(value: Any, shared: dict[Rows, int]) -> list[Any]:
    return [_plain(getattr(value, field.name), shared) for field in dataclasses.fields(value)]


@functools.cache
def _types(cls: Any) -> list[Any]:
    hints = typing.get_type_hints(cls)
    return [hints[field.name] for field in dataclasses.fields(cls)]


def _instance(cls: Any, found: list[Any], known: list[Rows]) -> Any:
    return cls(*(_value(hint, item, known) for hint, item in zip(_types(cls), found, strict=True)))


def _value(hint: Any, found: Any, known: list[Rows]) -> Any:
    """Return a value of the type `hint`. Raises an error of any kind where `found` does not have its form."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        if found is None:
            return None
        hints = [inner for inner in typing.get_args(hint) if inner is not types.NoneType]
        if len(hints) > 1:  # plain values
            hints = [type(found)] if type(found) in hints else []
        return _value(hints[0], found, known)
    if typing.get_origin(hint) is tuple:
        return tuple(_value(typing.get_args(hint)[0], item, known) for item in found)
    if typing.get_origin(hint) is dict:
        inner = typing.get_args(hint)[1]
        return {_value(str, key, known): _value(inner, item, known) for key, item in found.items()}
    if hint is Rows:
        return known[_value(int, found, known)]
    if dataclasses.is_dataclass(hint):
        return _instance(hint, found, known)
    if type(found) is not hint and not (hint is float and type(found) is int):
        raise TypeError
    if (hint is bytes and len(found) % 8) or (hint is float and not math.isfinite(found)):
        raise ValueError
    return found[:_MAX_TEXT] if hint is str else found
