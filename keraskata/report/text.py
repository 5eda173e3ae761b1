"""Results as lines of text for a terminal: (text, colour) pairs."""

import os
import shutil
import textwrap
from pathlib import Path

from keraskata.language import translated
from keraskata.printable import one_line
from keraskata.report.view import Row, View, printed_lines, rows
from keraskata.results import CheckResult, Feedback, Result

_COLORS = {"good": "green", "bad": "red", "waiting": ""}
_LABELS = len("expected: ")  # columns: the texts of all rows begin after the longest label


def line(result: Result) -> tuple[str, str]:
    """Return an exercise as one line: mark, name, points. An open one has no colour: yellow is invisible on white."""
    mark, color = ("✓", "green") if result.done else ("○", "")
    remark = f"  {result.remark}" if result.variant else ""
    return f"{mark} {result.exercise:<46} {result.points:>3}/{result.max_points}{remark}", color


def feedback_lines(result: Result) -> list[tuple[str, str]]:
    """Return the full feedback of one exercise; feedback that several checks share is given once."""
    remark = f"  {result.remark}" if result.variant else ""
    lines = [(f"── {result.exercise}  {result.points}/{result.max_points}{remark}", "bold")]
    seen: set[str] = set()
    for view in map(View.of, result.checks):
        text = _text(view)
        lines += _check_lines(view, "" if text in seen else text)
        seen.add(text)
    if printed := printed_lines(result):
        lines += [(f"  {translated('Your code printed:')}", ""), *((f"    {said}", "") for said in printed)]
    return lines


def check_text(check: CheckResult) -> str:
    """Return one check as plain text, with its feedback."""
    view = View.of(check)
    return "\n".join(row for row, _ in _check_lines(view, _text(view)))


def details(check: CheckResult) -> str:
    """Return the feedback of one check as plain text, without its sentence; "" if it passed."""
    return _text(View.of(check))


def feedback_text(feedback: Feedback) -> str:
    """Return a feedback as plain text, without wrapping its lines."""
    return "\n".join(map(_row, rows(feedback)))


def not_yet(check: CheckResult) -> str:
    """Return the message of the error that a failed check ends with."""
    return f"Not yet: {View.of(check).worth}"


def _check_lines(view: View, text: str) -> list[tuple[str, str]]:
    sentence = f"{view.mark} {view.sentence} ({view.points}/{view.max_points})"
    lines = [(row, _COLORS[view.role]) for row in _wrapped(sentence, 2)]
    return lines + [(row, "") for given in text.splitlines() for row in _wrapped(f"    {given}", 4 + _LABELS)]


def _wrapped(text: str, indent: int) -> list[str]:
    """Wrap `text` to the terminal, later rows indented; a row of a learner's code keeps its spaces."""
    width = max(shutil.get_terminal_size().columns, 40)
    if len(text) < width:
        return [text]
    return textwrap.wrap(
        text, width - 1, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )


def _text(view: View) -> str:
    return view.waits or "\n".join(map(_row, view.rows))


def _row(row: Row) -> str:
    """Return a row whose later lines are aligned with the first, so that none looks like a label."""
    return f"{row.title}:".ljust(_LABELS) + row.text.replace("\n", "\n" + " " * _LABELS)


def score_line(results: list[Result], following: Path | None = None) -> str:
    """Return the score, and the file to open next: the first open one here, otherwise `following`."""
    points, most = sum(r.points for r in results), sum(r.max_points for r in results)
    done = sum(r.done for r in results)
    text = f"{points} of {most} points, {done} of {len(results)} exercises done."
    if not all(result.whole for result in results):
        text += "\n" + translated("Only part of the checks was graded.")
    here = next((Path(result.path) for result in results if not result.done), following)
    return text + (f"\nNext: open {near(here)}" if here else "")


def near(path: Path | str) -> str:
    """Return a path relative to the current folder if it is inside it, otherwise in full."""
    try:
        shown = os.path.relpath(path)
    except ValueError:  # Windows: on another drive
        return one_line(str(path))
    return one_line(shown if len(shown) < len(str(path)) else str(path))
