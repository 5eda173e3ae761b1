"""The marked pairs of an exercise, with the lines that are alike, and where a third program has other lines of one."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from keraskata.likeness.gathering import Handed
from keraskata.likeness.nearness import Nearness

_FEW = 3  # programs: what more have says of no one where it is from
_FEWEST_LINES = 5  # of a third program: fewer are alike by chance (measured in the made-up classes of the tests)


@dataclass(frozen=True)
class Alike:
    """Those who handed in the same text, the earlier last, and its own fingerprints, which the kit did not give."""

    handed: list[Handed]
    own: frozenset[int]

    @property
    def earlier(self) -> bool:
        """Whether nobody of this year is among them."""
        return self.handed[0].earlier

    @property
    def names(self) -> list[str]:
        return [shown(each) for each in self.handed]

    def lines(self, hashes: AbstractSet[int]) -> frozenset[int]:
        """Return the lines with code on which one of these fingerprints is."""
        found = self.handed[0].found
        there = {line for each in found if each.hash in hashes for line in range(each.first, each.last + 1)}
        return frozenset(line for each in found for line in (each.first, each.last) if line in there)


def shown(handed: Handed) -> str:
    """Return the name of a student, and whether it was an earlier year."""
    return f"{handed.student} (earlier)" if handed.earlier else handed.student


@dataclass(frozen=True)
class Side:
    """One program of a pair: whose it is, its text, and how many lines with code it has.

    `alike` are those that the other has, too, and `further` those that a third program has, and not the other: that of
    the students `third`.
    """

    students: list[str]
    text: str
    code: int
    alike: frozenset[int]
    third: list[str] = field(default_factory=list)
    further: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Near:
    """Two programs that are nearer than is usual in the class."""

    one: Side
    other: Side

    @property
    def alike(self) -> tuple[int, int]:
        """How many lines of the shorter program the other has, too, and how many lines with code it has."""
        shorter = min(self.one, self.other, key=lambda side: side.code)
        return len(shorter.alike), shorter.code

    @property
    def students(self) -> tuple[str, str]:
        """Who they are, each with those who handed in the same text."""
        return " = ".join(self.one.students), " = ".join(self.other.students)


def pairs_of(groups: Sequence[Alike], told: Nearness) -> list[Near]:
    """Return the marked pairs, those with the most lines alike first."""
    owners: dict[int, list[int]] = defaultdict(list)
    for place, each in enumerate(groups):
        for hash in each.own & told.telling:
            owners[hash].append(place)
    few = {hash: places for hash, places in owners.items() if len(places) <= _FEW}
    pairs = []
    for pair in told.pairs:
        if pair.marked:
            one, other = groups[pair.one], groups[pair.other]
            shared = one.own & other.own & told.telling
            pairs.append(Near(_side(one, other, shared, groups, few), _side(other, one, shared, groups, few)))
    return sorted(pairs, key=lambda near: -near.alike[0])


def _side(
    alike: Alike, other: Alike, shared: AbstractSet[int], groups: Sequence[Alike], few: Mapping[int, list[int]]
) -> Side:
    handed, lines = alike.handed[0], alike.lines(shared)
    side = Side(alike.names, handed.text, len(alike.lines({each.hash for each in handed.found})), lines)
    rest = (alike.own & few.keys()) - other.own
    thirds = Counter(place for hash in rest for place in few[hash] if groups[place] is not alike)
    for place, _ in thirds.most_common(1):
        third = groups[place]
        further = alike.lines(rest & third.own) - lines
        if len(further) >= _FEWEST_LINES and not (alike.earlier and third.earlier):
            return Side(side.students, side.text, side.code, lines, third.names, further)
    return side
