"""What there is to say of an exercise: near pairs, files with the same text, and whether a match means anything."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from keraskata.curriculum import Exercise, Kit
from keraskata.likeness import fingerprints
from keraskata.likeness.gathering import Handed
from keraskata.likeness.nearness import Program, nearness
from keraskata.likeness.pairs import Alike, Near, pairs_of, shown
from keraskata.source.python_text import NoText, decoded
from keraskata.source.structure import NoStructure, structure

FEWEST = 10  # programs: of fewer nobody can say what is usual
LEAST_NOTICED = 0.1  # of the programs
LITTLE_NOTICED = 0.5


@dataclass(frozen=True)
class Finding:
    """What there is to say of one exercise.

    Of `files` of this year `programs` are compared: the same text counts once, and `from_kit` says who has nothing
    else than the kit gave, and `unread` whose files cannot be read, each with why.
    `noticed` is the part of the programs, from 0 to 1, of which a whole copy would be marked, and `same` the groups of
    students whose files are the same letter by letter, each with whether something in them is their own.
    `pairs` are the marked pairs, with the most lines alike first; `order` has the nearest pairs of students, marked or
    not.
    """

    exercise: Exercise
    files: int
    programs: int
    noticed: float
    pairs: list[Near]
    same: list[tuple[list[str], bool]]
    unread: list[tuple[str, str]] = field(default_factory=list)
    from_kit: list[tuple[str, str]] = field(default_factory=list)
    order: list[tuple[list[str], list[str]]] = field(default_factory=list)

    @property
    def nothing(self) -> str:
        """Why neither a pair nor its absence says anything here, or ""."""
        if self.programs < FEWEST:
            return f"{self.programs} to compare, and it takes {FEWEST} to say what is usual"
        if self.noticed < LEAST_NOTICED:
            return "the answers are too short, or too much alike, for a copy to stand out"
        return ""

    @property
    def seen(self) -> int:
        """Of how many programs a whole copy would be marked."""
        return round(self.noticed * self.programs)

    @property
    def little(self) -> bool:
        """Whether most copies would not be marked, so that it says little if no pair is."""
        return not self.nothing and self.noticed < LITTLE_NOTICED


@dataclass(frozen=True)
class _Given:
    """What everybody has from the kit: the hashes of stub and solution, and the text of the solution."""

    stub: frozenset[int]
    solution: frozenset[int]
    text: str


def finding(kit: Kit, exercise: Exercise, handed: Sequence[Handed]) -> Finding:
    """Compare what was handed in for an exercise; what the kit gave to all is taken out. Raises OSError."""
    given = _given(kit, exercise)
    from_kit = {id(each): why for each in handed if not each.problem and (why := _from_kit(each, given))}
    groups = _alike([each for each in handed if not each.problem and id(each) not in from_kit], given)
    told = nearness([Program(each.own, len(each.handed), each.earlier) for each in groups])
    programs = sum(not each.earlier for each in groups)
    few = programs < FEWEST
    same = [(each.names, bool(each.own)) for each in groups if len(each.handed) > 1 and not each.earlier]
    return Finding(
        exercise,
        sum(not each.earlier for each in handed),
        programs,
        told.noticed,
        [] if few else pairs_of(groups, told),
        same,
        [(shown(each), each.problem) for each in handed if each.problem],
        [(shown(each), from_kit[id(each)]) for each in handed if id(each) in from_kit and not each.earlier],
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


def _from_kit(handed: Handed, given: _Given) -> str:
    """Return why there is nothing to compare, or ""."""
    if given.stub.issuperset(one.hash for one in handed.found):
        return "nothing beyond the stub, or too short"
    return "the solution of the kit, unchanged" if handed.text.strip() == given.text else ""


def _alike(handed: Iterable[Handed], given: _Given) -> list[Alike]:
    """Return those with the same text together."""
    texts: dict[str, list[Handed]] = {}
    for each in sorted(handed, key=lambda one: one.earlier):
        texts.setdefault(each.text.strip(), []).append(each)
    known = given.stub | given.solution
    return [Alike(same, frozenset(one.hash for one in _own(same[0], known))) for same in texts.values()]


def _own(handed: Handed, known: frozenset[int]) -> list[fingerprints.Fingerprint]:
    return [each for each in fingerprints.winnowed(handed.found) if each.hash not in known]
