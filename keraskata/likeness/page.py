"""The page of likeness: near submissions side by side, for a person who decides what that means."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from keraskata import __version__
from keraskata.exercise import Exercise
from keraskata.likeness.findings import Finding
from keraskata.likeness.nearness import CHANCE
from keraskata.likeness.pairs import Near, Side
from keraskata.printable import printable
from keraskata.report.html import template

_MOST_SHOWN = 30  # pairs of an exercise
_MOST_LINES = 300
_DEEPEST = 24  # letters: a line further to the right goes on no further to the right


@dataclass(frozen=True)
class _Linked:
    """A pair, and where on the page its programs are."""

    place: str
    exercise: Exercise
    near: Near


@dataclass(frozen=True)
class _Line:
    """A line of a program: where what does not fit goes on, and which bar it has: "pair", "third" or ""."""

    text: str
    indent: int
    bar: str


def likeness_page(findings: Sequence[Finding], submissions: int, earlier: int) -> str:
    """Make one file of HTML; `submissions` and `earlier` are how many this class and the earlier one have."""
    pairs = [
        _Linked(f"pair-{number}-{at}", finding.exercise, near)
        for number, finding in enumerate(findings, 1)
        for at, near in enumerate(finding.pairs[:_MOST_SHOWN], 1)
    ]
    return template("likeness.html.j2").render(
        findings=findings,
        pairs=sorted(pairs, key=lambda pair: -pair.near.alike[0]),
        by_exercise=[(finding, [each for each in pairs if each.exercise == finding.exercise]) for finding in findings],
        by_student=_by_student(pairs),
        repeated=repeated(findings),
        submissions=submissions,
        earlier=earlier,
        chance=round(1 / CHANCE),
        blocks=_blocks,
        version=__version__,
    )


def repeated(findings: Iterable[Finding]) -> list[tuple[tuple[str, str], int]]:
    """Return the pairs of students who are marked in more than one exercise, and in how many; the most first."""
    counts = Counter(pair for finding in findings for pair in {_pair(near) for near in finding.pairs})
    return [(pair, count) for pair, count in counts.most_common() if count > 1]


def _pair(near: Near) -> tuple[str, str]:
    one, other = sorted(near.students)
    return one, other


def _by_student(pairs: Iterable[_Linked]) -> list[tuple[str, list[tuple[str, _Linked]]]]:
    """Return who is in more than one pair, by name, and with whom."""
    found: dict[str, list[tuple[str, _Linked]]] = defaultdict(list)
    for pair in pairs:
        one, other = pair.near.one, pair.near.other
        for side, opposite in (one, other), (other, one):
            for student in side.students:
                found[student].append((" = ".join(opposite.students), pair))
    return [(student, theirs) for student, theirs in sorted(found.items()) if len(theirs) > 1]


def _blocks(side: Side) -> list[tuple[str, list[_Line]]]:
    """Return the lines of a program, its first ones if it is long, in parts with the same bar."""
    texts = [printable(text.expandtabs(4)) for text in side.text.rstrip().split("\n")][:_MOST_LINES]
    lines = [
        _Line(text, min(len(text) - len(text.lstrip()), _DEEPEST), bar)
        for text, bar in zip(texts, _bars(texts, side), strict=True)
    ]
    return [(bar, list(some)) for bar, some in groupby(lines, key=lambda line: line.bar)]


def _bars(texts: Sequence[str], side: Side) -> list[str]:
    """Return the bar of each line; it goes on over lines that have nothing, or brackets only."""
    bars = [
        "pair" if number in side.alike else "third" if number in side.further else ""
        for number in range(1, len(texts) + 1)
    ]
    last = 0
    for at, text in enumerate(texts):
        if bars[at]:
            if bars[last] == bars[at]:
                bars[last:at] = [bars[at]] * (at - last)
            last = at
        elif any(sign.isalnum() for sign in text):
            last = at
    return bars
