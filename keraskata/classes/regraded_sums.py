"""Sums up what a regrade changed in a class: a sentence for all, and a row for each check that changed."""

from collections import defaultdict
from collections.abc import Iterable

from keraskata.classes.regraded import Change

HEADER = ("check", "students", "up", "down", "changed", "why")


def sentence(found: Iterable[Change], students: int) -> str:
    """Return for how many of the class grades changed, and how many points their checks give more or less."""
    more: dict[str, float] = defaultdict(float)
    for change in found:
        more[change.student] += change.more if change.of_check else 0
    up, down = _up_and_down(more.values())
    said = [f"of {count} give {by} points {word}" for (count, by), word in ((up, "more"), (down, "less")) if count]
    points = f": the checks {', '.join(said)}" if said else ""
    return f"The grades of {len(more)} of {students} students have changed{points}."


def rows(found: Iterable[Change]) -> list[tuple[str, ...]]:
    """Return a row of `HEADER` for each check, day and reason: the latest day first, then what most students have."""
    grouped: dict[tuple[str, str, str], list[Change]] = defaultdict(list)
    for change in found:
        grouped[change.until[:10], change.check, change.why].append(change)
    order = sorted(grouped.items(), key=lambda each: (each[0][0], len(each[1])), reverse=True)
    return [(check, str(len(each)), *_cells(each), day, why) for (day, check, why), each in order]


def _cells(found: list[Change]) -> Iterable[str]:
    unit = "%" if found[0].was.endswith(("%", "% off")) else ""
    return [f"{count} by {by}{unit}" if count else "" for count, by in _up_and_down(each.more for each in found)]


def _up_and_down(more: Iterable[float]) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return how many are better, and by how much, and how many are worse."""
    each = list(more)
    up, down = [by for by in each if by > 0], [-by for by in each if by < 0]
    return (len(up), _range(up)), (len(down), _range(down))


def _range(found: list[float]) -> str:
    low, high = (f"{most(found, default=0):g}" for most in (min, max))
    return low if low == high else f"{low} to {high}"
