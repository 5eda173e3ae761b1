"""What there is to say of an exercise: near pairs, files with the same text, and whether a match means anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from keraskata.curriculum import Exercise, Kit
from keraskata.likeness import fingerprints
from keraskata.likeness.gathering import Handed
from keraskata.likeness.nearness import Nearness, Pair, Program, nearness
from keraskata.source.python_text import NoText, decoded
from keraskata.source.structure import NoStructure, structure

FEWEST = 10  # programs: of fewer nobody can say what is usual
LEAST_NOTICED = 0.1  # of the programs


@dataclass(frozen=True)
class Side:
    """One program of a pair: whose it is, its text, and the lines on which stands what the other has, too."""

    students: list[str]
    text: str
    lines: frozenset[int]


@dataclass(frozen=True)
class Near:
    """Two programs that are nearer than chance allows."""

    one: Side
    other: Side
    by_chance: float

    @property
    def students(self) -> tuple[str, str]:
        """Who they are, each with those who handed in the same text."""
        return " = ".join(self.one.students), " = ".join(self.other.students)


@dataclass(frozen=True)
class Finding:
    """What there is to say of one exercise.

    `noticed` is the part of the programs, from 0 to 1, of which a whole copy would be marked, and `same` the groups of
    students whose files are the same letter by letter, each with whether something in them is their own.
    `pairs` are the marked pairs; `order` has the nearest pairs of students, marked or not.
    """

    exercise: Exercise
    programs: int
    noticed: float
    pairs: list[Near]
    same: list[tuple[list[str], bool]]
    unread: list[tuple[str, str]] = field(default_factory=list)
    order: list[tuple[list[str], list[str]]] = field(default_factory=list)

    @property
    def nothing(self) -> str:
        """Why a match means nothing here, or ""."""
        if self.programs < FEWEST:
            return f"{self.programs} to compare, and it takes {FEWEST} to say what is usual"
        if self.noticed < LEAST_NOTICED:
            return "the answers are too short, or too much alike, for a copy to stand out"
        return ""


@dataclass(frozen=True)
class _Given:
    """What everybody has from the kit: the hashes of stub and solution, and the text of the solution."""

    stub: frozenset[int]
    solution: frozenset[int]
    text: str


@dataclass(frozen=True)
class _Alike:
    """Those who handed in the same text; the earlier come last."""

    handed: list[Handed]
    own: frozenset[int]

    @property
    def earlier(self) -> bool:
        """Whether nobody of this year is among them."""
        return self.handed[0].earlier

    @property
    def names(self) -> list[str]:
        return [shown(each) for each in self.handed]


def shown(handed: Handed) -> str:
    """Return the name of a student, and whether it was an earlier year."""
    return f"{handed.student} (earlier)" if handed.earlier else handed.student


def finding(kit: Kit, exercise: Exercise, handed: Sequence[Handed]) -> Finding:
    """Compare what was handed in for an exercise; what the kit gave to all is taken out. Raises OSError."""
    groups = _alike([each for each in handed if not each.problem], _given(kit, exercise))
    told = nearness([Program(each.own, len(each.handed), each.earlier) for each in groups])
    programs = sum(not each.earlier for each in groups)
    few = programs < FEWEST
    same = [(each.names, bool(each.own)) for each in groups if len(each.handed) > 1 and not each.earlier]
    return Finding(
        exercise,
        programs,
        told.noticed,
        [] if few else [_near(groups, pair, told) for pair in told.pairs if pair.marked],
        same,
        [(shown(each), each.problem) for each in handed if each.problem],
        [(groups[pair.one].names, groups[pair.other].names) for pair in told.pairs],
    )


def _given(kit: Kit, exercise: Exercise) -> _Given:
    """Return what the kit gives to all. A file that cannot be read gives nothing: some stubs are no Python."""
    return _Given(_hashes(kit.stub(exercise)), _hashes(kit.solution(exercise)), _text(kit.solution(exercise)).strip())


def _text(place: Path) -> str:
    try:
        return decoded(place.read_bytes())
    except (FileNotFoundError, NoText):  # a course may keep its solutions elsewhere
        return ""


def _hashes(place: Path) -> frozenset[int]:
    try:
        return frozenset(each.hash for each in fingerprints.all_of(structure(_text(place))))
    except NoStructure:
        return frozenset()


def _alike(handed: Iterable[Handed], given: _Given) -> list[_Alike]:
    """Return those with the same text together; left out is what has only what the stub has, or is the solution."""
    texts: dict[str, list[Handed]] = {}
    for each in sorted(handed, key=lambda one: one.earlier):
        text = each.text.strip()
        if not given.stub.issuperset(one.hash for one in each.found) and text != given.text:
            texts.setdefault(text, []).append(each)
    known = given.stub | given.solution
    return [_Alike(same, frozenset(one.hash for one in _own(same[0], known))) for same in texts.values()]


def _own(handed: Handed, known: frozenset[int]) -> list[fingerprints.Fingerprint]:
    return [each for each in fingerprints.winnowed(handed.found) if each.hash not in known]


def _near(groups: Sequence[_Alike], pair: Pair, told: Nearness) -> Near:
    one, other = groups[pair.one], groups[pair.other]
    shared = one.own & other.own & told.telling
    return Near(_side(one, shared), _side(other, shared), pair.by_chance)


def _side(alike: _Alike, shared: frozenset[int]) -> Side:
    handed = alike.handed[0]
    lines = {line for each in handed.found if each.hash in shared for line in range(each.first, each.last + 1)}
    return Side(alike.names, handed.text, frozenset(lines))
