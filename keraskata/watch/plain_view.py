"""The texts of `kata watch --plain`: whole sentences in whole lines, for a voice that reads them."""

from collections.abc import Iterator

from keraskata.curriculum import Exercise, Kit
from keraskata.language import translated
from keraskata.learner import stubs
from keraskata.learner.help import Hint
from keraskata.report.text import near
from keraskata.report.view import Row, View, printed_lines, rows
from keraskata.results import Feedback, Result
from keraskata.watch import keys

_OUTCOMES = {"passed": "Passed", "not reached": "Waits", "timed out": "Out of time", "refused": "Refused"}


def exercise(kit: Kit, current: Exercise) -> Iterator[str]:
    """Give the lines on an exercise: its title, its file, and its task."""
    yield from ("", f"{current.title}. {near(kit.stub(current))}", stubs.task(kit, stubs.at_hand(kit, current)))


def verdict(result: Result) -> Iterator[str]:
    """Give the lines of a verdict: the points, each check with its feedback, and what the code printed.

    The first check that failed has its own hint, too; feedback that several share is given once.
    """
    remark = f", {result.remark}" if result.remark else ""
    yield f"{result.exercise}: {result.points} of {result.max_points} points{remark}."
    seen: list[list[Row]] = []
    for view in map(View.of, result.checks):
        yield f"{_OUTCOMES.get(view.outcome, 'Failed')}: {view.sentence} {view.worth}."
        if feedback := [row for row in view.rows if row.label != "hint"]:
            again = [f"  {translated('The same as above.')}"]
            yield from again if feedback in seen else _rows(feedback if seen else view.rows)
            seen.append(feedback)
    if printed := printed_lines(result):
        yield from ("Your code printed:", *(f"  {line}" for line in printed))


def fault(found: Feedback) -> Iterator[str]:
    """Give the lines on a file that cannot be graded at all."""
    return _rows(rows(found))


def hint(found: Hint) -> Iterator[str]:
    """Give the lines of a hint."""
    yield from (f"Hint {found.number} of {found.most}: {found.title}.", found.text)


def commands(without: frozenset[str]) -> Iterator[str]:
    """Give a line for each letter that can be typed, without those of some actions."""
    yield "Type one of these, and Enter:"
    for action, (key, said) in keys.EXERCISE.items():
        if action not in {"keys", *without}:
            yield f"{key}: {said}"
    yield "The name of an exercise: go there."


def listing(kit: Kit, results: dict[str, Result]) -> Iterator[str]:
    """Give a line for each section and each exercise, with its points."""
    section = ""
    for each in kit.exercises.values():
        if each.section != section:
            section = each.section
            yield f"{section}: {kit.sections[section]}"
        result = results.get(each.id)
        points = f"{result.points} of {result.max_points} points" if result else "not graded"
        yield f"  {'done' if result and result.done else 'open'}, {points}: {each.name}. {each.title}"


def _rows(found: list[Row]) -> Iterator[str]:
    for row in found:
        yield f"  {row.title}: {row.text}".replace("\n", "\n    ")
