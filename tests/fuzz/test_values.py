"""Whatever crosses the boundary is read, or refused by one of the named exceptions, in little time and memory.

`tox -e fuzz` runs it; FUZZ_CASES=1000000 in the environment makes it long. Hypothesis makes cases of a form that is
nearly right, and a loop that nothing slows down changes bytes of values that are right.
"""

import contextlib
import json
import os
import random
import resource
import socket
import sys
import time
from collections.abc import Iterator
from typing import Any

import msgpack
import numpy as np
import pytest

keras = pytest.importorskip("keras")

import pandas as pd  # noqa: E402
from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from keraskata import expect  # noqa: E402
from keraskata.boundary import codec  # noqa: E402
from keraskata.boundary.errors import NotAValue  # noqa: E402
from keraskata.boundary.handles import Handle  # noqa: E402
from keraskata.results import Result  # noqa: E402
from keraskata.subject import channel  # noqa: E402
from keraskata.subject.call_text import short  # noqa: E402
from keraskata.subject.faults import Fault  # noqa: E402
from keraskata.subject.other_process import OtherProcess  # noqa: E402
from keraskata.timing import clock, time_limit  # noqa: E402

CASES = int(os.environ.get("FUZZ_CASES", "20000"))
MOST_SECONDS, MOST_MEGABYTES = 1.0, 600
NOTICED = {"printed": "", "shown": 0, "drew": False, "trained": False, "seconds": 0.0, "overflows": [], "said": []}
structured = settings(
    max_examples=max(100, CASES // 20),
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


class Rang(BaseException):
    """A limit of the judge's own."""


@pytest.fixture(scope="module", autouse=True)
def little_memory() -> Iterator[None]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown / (2**10 if sys.platform == "linux" else 2**20) < MOST_MEGABYTES


def read(packed: bytes) -> None:
    """Decode as the judge does, and say of what came out what feedback says of it."""
    for _ in range(2):  # what is slow once, such as an import or a hunt for garbage, is not what is looked for
        begin = time.process_time()
        with contextlib.suppress(NotAValue):
            found = codec.decode(packed)
            expect.number(found), expect.type_name(found), short(found), expect.same(found, np.zeros(3))
        spent = time.process_time() - begin
        if spent < MOST_SECONDS:
            return
    raise AssertionError(f"{spent:.1f} s: {packed[:2_000]!r}")


def packed_values() -> list[bytes]:
    """What learners answer, as it crosses."""
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, activation="relu"), keras.layers.Dense(1)])
    model.compile("adam", "mean_squared_error", metrics=["accuracy"])
    table = pd.DataFrame({"a": [1.5, 2.0], "b": ["x", "y"], "c": pd.Categorical(["u", "v"])})
    plain: list[Any] = [
        *(None, True, -(2**40), 10**30, 0.5, "text", b"bytes", [1, [2.5, ["x"]]], (1, (2, {"a": (3,)}))),
        *({"loss": [0.5, 0.25], 3: None, (1, 2): [True]}, np.arange(6.0).reshape(2, 3).T, np.array(["a", "bc"])),
        *(np.float32(1.5), np.array([True, False]), np.array([1, 2], "u1")),
        *(np.array([None, "x", 3], dtype=object), table, table["c"], table["a"], keras.layers.Dense(3)),
        *([Handle(3, "Tree"), Handle(4, "Forest")], model),
    ]
    return [codec.encode(value) for value in plain]


def changed(rng: random.Random, data: bytes) -> bytes:
    """`data` with some of its bytes changed, repeated, left out or moved."""
    found = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 5))):
        place, size = rng.randrange(len(found) + 1), rng.choice((1, 1, 2, 8, 40))
        kind = rng.randrange(5)
        if kind == 0 and found:
            found[min(place, len(found) - 1)] = rng.randrange(256)
        elif kind == 1:
            found[place:place] = rng.randbytes(size)
        elif kind == 2:
            del found[place : place + size]
        elif kind == 3:
            found[place:place] = found[place : place + size] * rng.choice((1, 3, 50))
        else:
            found[place : place + size] = rng.choice((b"\xdd" + b"\xff" * 4, b"\xdf\x7f\xff\xff\xff", b"\xc6" * 6))
    return bytes(found)


def test_changed_values() -> None:
    rng, known = random.Random(0), packed_values()
    small = [value for value in known if len(value) < 2_000]
    for case in range(CASES):
        read(changed(rng, rng.choice(small if case % 50 else known)))


def test_any_bytes() -> None:
    rng = random.Random(1)
    for _ in range(CASES):
        read(rng.randbytes(rng.choice((1, 3, 10, 60, 400))))


@pytest.mark.parametrize("byte", [0x90, 0x80, 0xC0, 0xA0, 0xC4, 0xDD, 0xDF, 0x91, 0x81, 0x00, 0xC7, 0xD9])
@pytest.mark.parametrize("size", [1_000, 100_000, 2_000_000, 30_000_000])
def test_one_byte_again_and_again(byte: int, size: int) -> None:
    for beginning in (b"", b"\xdd" + size.to_bytes(4)):
        read(beginning + bytes([byte]) * size)


numbers = st.integers(-(2**63), 2**64 - 1) | st.floats() | st.booleans() | st.none()
texts = st.text(max_size=20) | st.sampled_from(["<f8", "|O", "<U3", "|b1", "int64", "category", "object", "Dense", ""])
lengths = st.integers(-3, 40) | st.sampled_from([2**31, 2**62, 10**9, 0])
dtypes = st.builds(
    lambda order, kind, size, rest: f"{order}{kind}{size}{rest}",
    st.sampled_from("<>|=?"),
    st.sampled_from("biufcSUVmMOtT"),
    st.sampled_from(["", 0, 1, 2, 4, 8, 16, 10**7, 10**9]),
    st.sampled_from(["", "[ns]", "[D]", "[10ns]", ",f8", "(3,)f8"]),
)
arrays = st.fixed_dictionaries(
    {
        "": st.just("array"),
        "dtype": dtypes | texts,
        "shape": st.lists(lengths, max_size=4) | st.integers() | st.none(),
        "data": st.binary(max_size=64) | st.integers(0, 12).map(lambda size: bytes(8 * size)),
        "by_columns": st.booleans(),
        "scalar": st.booleans(),
    }
)


def tagged(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values with the tags of each kind, and with anything in their fields."""
    some, pairs = st.lists(inner, max_size=4), st.lists(st.lists(inner, min_size=2, max_size=2), max_size=4)
    fields: dict[str, dict[str, Any]] = {
        "dict": {"items": pairs | some},
        "tuple": {"items": some},
        "int": {"text": st.integers().map(str) | texts | st.just("9" * 5_000)},
        "handle": {"key": inner, "kind": texts},
        "objects": {"items": some, "shape": st.lists(lengths, max_size=3) | inner},
        "history": {"data": inner},
        "picture": {"data": inner},
        "layer": {"config": inner | texts},
        "model": {"parts": inner},
        "series": {
            **{"name": inner, "index": some, "data": arrays | inner, "dtype": texts},
            "categories": some | st.none(),
        },
        "frame": {"columns": some, "names": some | inner, "index": some},
    }
    kinds = [st.fixed_dictionaries({"": st.just(kind), **named}) for kind, named in fields.items()]
    return st.one_of(some, arrays, st.dictionaries(texts, inner, max_size=3), *kinds)


@structured
@given(st.recursive(numbers | texts | st.binary(max_size=9) | arrays, tagged, max_leaves=25))
def test_values_of_nearly_the_right_form(value: Any) -> None:
    with contextlib.suppress(OverflowError, UnicodeEncodeError):
        packed = msgpack.packb(value)
        read(packed)


def places(config: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all parts of a config."""
    inner = config.items() if isinstance(config, dict) else enumerate(config) if isinstance(config, list) else ()
    return [before, *(way for key, part in inner for way in places(part, (*before, key)))]


CONFIG = json.loads(msgpack.unpackb(packed_values()[-1])["parts"]["items"][0][1])
WAYS = places(CONFIG)[1:]
strange = st.recursive(
    numbers | texts | st.sampled_from(["Dense", "keras.layers", "Lambda", "function", "__numpy__", 10**9, 1e308]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@settings(structured, max_examples=max(50, CASES // 100))
@given(st.lists(st.tuples(st.sampled_from(WAYS), strange), min_size=1, max_size=3))
def test_configs_of_models_with_anything_in_them(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    config = json.loads(json.dumps(CONFIG))
    for way, part in changes:
        at = config
        with contextlib.suppress(KeyError, IndexError, TypeError):
            for key in way[:-1]:
                at = at[key]
            at[way[-1]] = part
    known = [["config", json.dumps(config)], ["arrays", {"": "dict", "items": []}], ["steps", None]]
    read(msgpack.packb({"": "model", "parts": {"": "dict", "items": known}}))
    read(msgpack.packb({"": "layer", "config": json.dumps(at)}))


def asked(sent: bytes) -> None:
    """Ask a file whose process sends these bytes, and then ends."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(sent)
        theirs.shutdown(socket.SHUT_WR)
        distant = OtherProcess(lambda: (ours, lambda at_work: None), b"first")
        with contextlib.suppress(Fault, Rang):
            assert isinstance(distant.answer(b"request"), bytes)


def test_replies_of_a_process_that_runs_a_file() -> None:
    rng = random.Random(2)
    feedback = {"expected": "a", "found": "b", "likely": None, "notes": ["c"]}
    known = [
        msgpack.packb([False, b"answer", None, NOTICED]),
        msgpack.packb([True, b"", [feedback, ["ValueError", "Exception"], "text"], {**NOTICED, "overflows": ["a"]}]),
    ]
    time_limit.start(10_000, __file__, Rang())
    try:
        for case in range(CASES // 4):
            frame = changed(rng, rng.choice(known)) if case % 8 else rng.randbytes(30)
            framed = len(frame).to_bytes(8) + frame
            asked(changed(rng, framed) if case % 3 == 0 else framed)
    finally:
        time_limit.stop()


@structured
@given(st.binary(max_size=60), st.integers(0, 100))
def test_frames(sent: bytes, limit: int) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(sent)
        theirs.shutdown(socket.SHUT_WR)
        with contextlib.suppress(channel.Broken, channel.Late):
            assert len(channel.receive(ours, limit, clock.Countdown(5))) <= limit


RECORD = {"id": "a/b", "path": "", "points": 0, "max_points": 3, "checks": []}
CHECK = {"id": "test", "docstring": "", "points": 0, "max_points": 3, "outcome": "failed", "feedback": None}


@structured
@given(st.sampled_from([*RECORD, *CHECK, "new"]), strange, strange)
def test_records(name: str, value: Any, other: Any) -> None:
    for record in ({**RECORD, name: value}, {**RECORD, "checks": [{**CHECK, name: value}, other]}, value):
        with contextlib.suppress(ValueError, KeyError, TypeError):  # as who reads records catches
            Result.from_dict(record)
