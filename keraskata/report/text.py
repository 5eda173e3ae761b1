"""Results as lines of text for a terminal: (text, colour) pairs."""

import os
import shutil
import textwrap
from pathlib import Path

from keraskata.results import CheckResult, Result, one_line

MARKS = {"passed": "✓", "failed": "✗", "not reached": "·", "timed out": "✗", "refused": "✗"}
_PRINTED = 8


def line(result: Result) -> tuple[str, str]:
    """One exercise in one line: mark, name, points. An open one has no colour: yellow is not read on a light screen."""
    mark, color = ("✓", "green") if result.done else ("○", "")
    return f"{mark} {result.exercise:<46} {result.points:>3}/{result.max_points}", color


def feedback_lines(result: Result) -> list[tuple[str, str]]:
    """The full feedback of one exercise; feedback that several checks share is given once."""
    lines = [(f"── {result.exercise}  {result.points}/{result.max_points}", "bold")]
    seen: set[str] = set()
    for check in result.checks:
        text = _text(check)
        lines += _check_lines(check, "" if text in seen else text)
        seen.add(text)
    if printed := printed_lines(result):
        lines += [("  Your code printed:", ""), *((f"    {said}", "") for said in printed)]
    return lines


def printed_lines(result: Result) -> list[str]:
    """What the code of an exercise printed, each line once, and the first few only."""
    printed = list(dict.fromkeys(said for check in result.checks for said in check.printed))
    return printed[:_PRINTED] + (["... and more lines"] if len(printed) > _PRINTED else [])


def check_text(check: CheckResult) -> str:
    """One check as plain text, with its feedback."""
    return "\n".join(row for row, _ in _check_lines(check, _text(check)))


def not_yet(check: CheckResult) -> str:
    """What is said where a check that does not hold has to end in an error."""
    return f"Not yet: {check.points} of {check.max_points} point{'s' if check.max_points != 1 else ''}"


def _check_lines(check: CheckResult, text: str) -> list[tuple[str, str]]:
    color = "green" if check.outcome == "passed" else "red" if check.outcome != "not reached" else ""
    sentence = f"{MARKS[check.outcome]} {check.docstring} ({check.points}/{check.max_points})"
    lines = [(row, color) for row in _wrapped(sentence, 2)]
    return lines + [(row, "") for given in text.splitlines() for row in _wrapped(f"    {given}", 14)]


def _wrapped(text: str, indent: int) -> list[str]:
    """`text` in rows that fit the terminal, the later ones indented; a row of a learner's code keeps its spaces."""
    width = max(shutil.get_terminal_size().columns, 40)
    if len(text) < width:
        return [text]
    return textwrap.wrap(
        text, width - 1, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )


def _text(check: CheckResult) -> str:
    if check.outcome == "passed" or check.feedback is None:
        return ""
    if check.outcome == "not reached":
        return check.feedback.found
    return "\n".join([str(check.feedback), *([f"hint:     {check.hint}"] if check.hint else [])])


def score_line(results: list[Result], following: Path | None = None) -> str:
    """The score, and the file to open next: the first that is open here, or else `following`."""
    points, most = sum(r.points for r in results), sum(r.max_points for r in results)
    done = sum(r.done for r in results)
    text = f"{points} of {most} points, {done} of {len(results)} exercises done."
    if not all(result.whole for result in results):
        text += "\nOnly part of the checks was graded."
    here = next((Path(result.path) for result in results if not result.done), following)
    return text + (f"\nNext: open {near(here)}" if here else "")


def near(path: Path | str) -> str:
    """A path as it is shortest to read: from where we are, or in full."""
    try:
        shown = os.path.relpath(path)
    except ValueError:  # Windows: on another drive
        return one_line(str(path))
    return one_line(shown if len(shown) < len(str(path)) else str(path))
