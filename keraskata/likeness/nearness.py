"""How near programs are to each other, measured by what a class has in common anyway.

A fingerprint that few have says much, one that many have says little or nothing: what c of n students have weighs
log2(n / (c - 1)) bits, and from COMMON of the class on nothing at all. Two programs are as near as the bits that they
share, times the part of their own bits that these are.

How near is nearer than is usual? No number is right for each exercise, so the class itself says it: half of its
programs have a nearest neighbour that is nearer than the median. As bits are logarithms of chances, each further
median halves the number of those who come so near by chance. A pair is marked if fewer than CHANCE pairs of the class
would be, if all worked alone: in this exercise, not in all together. A median is not moved by the few who did copy.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

COMMON = 0.1  # of the class
_FEWEST_COMMON = 3  # students: two may have it from each other
CHANCE = 0.01  # pairs in a class
MOST_PAIRS = 200
_ROWS = 500  # programs that are compared with all others at a time
_Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Program:
    """The fingerprints of a program without those that everybody was given, and how many students handed it in."""

    hashes: AbstractSet[int]
    students: int = 1
    earlier: bool = False


@dataclass(frozen=True)
class Pair:
    """Two programs by their places, how near they are in bits, and how many pairs would be so near by chance."""

    one: int
    other: int
    bits: float
    by_chance: float

    @property
    def marked(self) -> bool:
        """Whether they are nearer than is usual in the class."""
        return self.by_chance < CHANCE


@dataclass(frozen=True)
class Nearness:
    """The nearest pairs, the nearest first, and the hashes that have a weight.

    `noticed` is the part of this year's programs, from 0 to 1, whose whole copy would be marked.
    """

    pairs: list[Pair]
    noticed: float
    telling: AbstractSet[int]


def nearness(programs: Sequence[Program]) -> Nearness:
    """Compare each program with all others, except earlier ones with earlier ones."""
    students = sum(program.students for program in programs)
    counts: dict[int, int] = {}
    for program in programs:
        for each in program.hashes:
            counts[each] = counts.get(each, 0) + program.students
    most = max(_FEWEST_COMMON, COMMON * students)
    columns = {each: place for place, each in enumerate(hash for hash, count in counts.items() if count <= most)}
    if not columns:
        return Nearness([], 0.0, frozenset())
    count = np.array([counts[each] for each in columns], dtype=float)
    has = _matrix(programs, columns)
    weights = np.log2(students / np.maximum(count - 1, 1))
    own = np.asarray(has @ weights)
    earlier = np.array([program.earlier for program in programs])
    nearest, pairs = _compared(has, weights, own, earlier)
    told = nearest[~earlier & (own > 0)]
    step = max(float(np.median(told)) if told.size else 0.0, log2(students) / 2)  # at least half a rare fingerprint
    copied = np.asarray(has @ np.log2(students / count))[~earlier]  # so near a whole copy would be: one more has it
    found = [Pair(one, other, bits, students * 2 ** (-bits / step)) for bits, one, other in pairs]
    return Nearness(found, float(np.mean(students * 2 ** (-copied / step) < CHANCE)), columns.keys())


def _matrix(programs: Sequence[Program], columns: dict[int, int]) -> sparse.csr_array:
    """Return which program has which fingerprint: a row for each program, with ones."""
    places = [(row, columns[each]) for row, one in enumerate(programs) for each in one.hashes if each in columns]
    rows, cols = np.array(places, dtype=np.int32).reshape(-1, 2).T
    return sparse.csr_array((np.ones(len(places)), (rows, cols)), shape=(len(programs), len(columns)))


def _compared(
    has: sparse.csr_array, weights: _Numbers, own: _Numbers, earlier: NDArray[np.bool_]
) -> tuple[_Numbers, list[tuple[float, int, int]]]:
    """Return how near the nearest of the same year is to each, and the nearest pairs in bits, the nearest first."""
    nearest = np.zeros(len(own))
    pairs: list[tuple[float, int, int]] = []
    others = has.T.tocsr()
    for start in range(0, len(own), _ROWS):
        shared = (has[start : start + _ROWS].multiply(weights).tocsr() @ others).tocoo()
        one, other = shared.row + start, shared.col
        bits = shared.data**2 / np.sqrt(np.maximum(own[one] * own[other], 1e-9))
        now = (one != other) & ~earlier[one] & ~earlier[other]
        np.maximum.at(nearest, one[now], bits[now])
        once = np.flatnonzero((one < other) & ~(earlier[one] & earlier[other]) & (bits > 0))
        best = once[np.argsort(-bits[once], kind="stable")[:MOST_PAIRS]]
        pairs += zip(bits[best].tolist(), one[best].tolist(), other[best].tolist(), strict=True)
        pairs = sorted(pairs, key=lambda pair: (-pair[0], pair[1:]))[:MOST_PAIRS]
    return nearest, pairs
