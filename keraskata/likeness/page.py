"""The page of likeness: near submissions side by side, for a person who decides what that means."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from keraskata import __version__
from keraskata.likeness.findings import Finding, Near, Side
from keraskata.likeness.nearness import CHANCE
from keraskata.printable import printable
from keraskata.report.html import template

_MOST_SHOWN = 30  # pairs of an exercise
_MOST_LINES = 300


@dataclass(frozen=True)
class _Lines:
    """Lines that follow each other, and whether the other program has what stands there."""

    text: str
    shared: bool
    first: int


def likeness_page(findings: Sequence[Finding], submissions: int, earlier: int) -> str:
    """Make one file of HTML; `submissions` and `earlier` are how many this class and the earlier one have."""
    return template("likeness.html.j2").render(
        findings=findings,
        marked=[finding for finding in findings if finding.pairs],
        repeated=repeated(findings),
        submissions=submissions,
        earlier=earlier,
        chance=round(1 / CHANCE),
        most=_MOST_SHOWN,
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


def _blocks(side: Side) -> list[_Lines]:
    """Return the text of a program, its first lines if it is long, in parts that are shared or not."""
    found: list[_Lines] = []
    for number, line in enumerate(side.text.rstrip().split("\n")[:_MOST_LINES], 1):
        shared = number in side.lines
        if found and found[-1].shared == shared:
            found[-1] = _Lines(f"{found[-1].text}\n{printable(line)}", shared, found[-1].first)
        else:
            found.append(_Lines(printable(line), shared, number))
    return found
