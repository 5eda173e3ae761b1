"""What `kata likeness` says on a terminal: lines for people who look at the page next, and never a verdict."""

from collections.abc import Iterator, Sequence

from keraskata.likeness.findings import Finding
from keraskata.likeness.page import repeated

_MOST_SHOWN = 10  # pairs of an exercise, and names
NEARER = "nearer than is usual in this class; look at both"


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield what was found: by exercise, then who is marked in several, then where nothing or little is said."""
    for finding in findings:
        yield from _of(finding)
    several = repeated(findings)
    if several:
        yield "In more than one exercise:"
    for (one, other), count in several[:_MOST_SHOWN]:
        yield f"  {one} | {other}: {count} exercises"
    yield from _more(several)
    nothing = [finding for finding in findings if finding.nothing]
    if nothing:
        yield "Where this says nothing:"
    for finding in nothing:
        yield f"  {finding.exercise.id}: {finding.nothing}."
    little = [finding for finding in findings if finding.little]
    if little:
        yield "Where it says little if no pair is named, as most copies would not be seen:"
    for finding in little:
        yield f"  {finding.exercise.id}"
    marked = sum(len(finding.pairs) for finding in findings)
    are = "pair is" if marked == 1 else "pairs are"
    yield f"{marked} {are} nearer than is usual in this class." + (" That proves nothing by itself." if marked else "")


def _of(finding: Finding) -> Iterator[str]:
    if finding.pairs or finding.same or finding.unread:
        yield finding.exercise.id
    for near in finding.pairs[:_MOST_SHOWN]:
        yield f"  {' | '.join(near.students)}: {NEARER} ({near.alike[0]} of {near.alike[1]} lines alike)"
    yield from _more(finding.pairs)
    for names, own in finding.same[:_MOST_SHOWN]:
        yield f"  {_names(names)}: the same text" + ("" if own else ", with the structure of the solution")
    yield from _more(finding.same)
    for student, problem in finding.unread[:_MOST_SHOWN]:
        yield f"  {student}: not compared, {problem}"
    yield from _more(finding.unread)


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_SHOWN} more" if len(names) > _MOST_SHOWN else ""
    return " = ".join(names[:_MOST_SHOWN]) + more


def _more(found: Sequence[object]) -> Iterator[str]:
    if len(found) > _MOST_SHOWN:
        yield f"  and {len(found) - _MOST_SHOWN} more"
