"""How the fuzz tests run: so many examples as the environment says, and each of them stands for many cases."""

import os
import random
import re
from collections.abc import Callable
from time import process_time
from typing import Any

from hypothesis import HealthCheck, given, settings, strategies

EXAMPLES = int(os.environ.get("KATA_FUZZ_EXAMPLES", "200"))  # 4000 make a million cases
CASES = 50  # to an example
SECONDS = 5.0  # of the processor's time that a case may take

profile = settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def cases(test: Callable[[random.Random], None]) -> Callable[[], None]:
    """A test that runs CASES times for each example; a failure is found again by the seed that is shown."""

    @profile
    @given(strategies.integers(min_value=0, max_value=2**64 - 1))
    def run(seed: int) -> None:
        chance = random.Random(seed)
        for _ in range(CASES):
            start = process_time()
            test(chance)
            assert process_time() - start < SECONDS

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return run


def mutated(chance: random.Random, content: bytes, marks: tuple[bytes, ...] = ()) -> bytes:
    """The bytes with a few changes: some turned over, cut out, doubled, or put in place of others, near `marks`."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = _place(chance, found, marks)
        kind = chance.randrange(5)
        if kind == 0:
            found[at : at + 1] = bytes([chance.randrange(256)])
        elif kind == 1:
            size = chance.choice((1, 2, 4, 8))
            number = chance.choice(
                (0, 1, 0x7F, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, 2**64 - 1, chance.getrandbits(64))
            )
            found[at : at + size] = (number % 256**size).to_bytes(size, "little")
        elif kind == 2:
            del found[at : at + chance.randint(1, 20)]
        elif kind == 3:
            found[at:at] = found[at : at + chance.randint(1, 60)] * chance.choice((1, 2, 200))
        else:
            other = chance.randrange(len(found) + 1)
            found[at : at + 30] = found[other : other + 30]
    return bytes(found)


def _place(chance: random.Random, content: bytearray, marks: tuple[bytes, ...]) -> int:
    if marks and chance.random() < 0.8:
        mark = chance.choice(marks)
        places = [found.start() for found in re.finditer(re.escape(mark), content)]
        if places:
            return chance.choice(places) + chance.randrange(46)
    return chance.randrange(len(content) + 1)


ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        1e308,
        float("nan"),
        float("inf"),
        2**63,
        10**300,
        "",
        "x",
        "\0",
        "\ud800",
        "\x1b[2J",
    ),
    *("é" * 50, "# %% cell 1", "\r\n\u2028", [], {}, [[]], [{}], {"": None}, ["a", 1], [None], {"a": {"b": []}}),
)


def mangled(chance: random.Random, value: Any) -> Any:
    """What JSON can hold, with odd values, missing names and other kinds here and there."""
    if chance.random() < 0.06:
        return chance.choice(ODD)
    if isinstance(value, dict):
        kept = {name: mangled(chance, inner) for name, inner in value.items() if chance.random() > 0.03}
        return kept | (
            {chance.choice(("grade", "source", "kata", "exercise")): chance.choice(ODD)}
            if chance.random() < 0.05
            else {}
        )
    if isinstance(value, list):
        kept = [mangled(chance, inner) for inner in value if chance.random() > 0.03]
        return kept * chance.choice((1, 1, 1, 1, 2, 0)) if chance.random() < 0.2 else kept
    return value
