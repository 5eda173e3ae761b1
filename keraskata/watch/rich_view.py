"""What the watch screen says, as rich text; nothing of a learner's is taken for markup."""

import re

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from keraskata.report.text import MARKS, printed_lines
from keraskata.results import CheckResult, Result

_COLORS = {"passed": "green", "not reached": ""}


def flowing(text: str) -> Text:
    """Paragraphs that fill the screen, whatever its width; lines that are set in stay lines."""
    return Text(re.sub(r"(?<=\S)\n(?=\S)", " ", text))


def score(result: Result) -> str:
    """Return the line below a verdict: the points, and what to do next."""
    points = f"{result.points} of {result.max_points} points"
    if not result.done:
        return f"○ {points}. Save the file, and it is graded again."
    earlier = f", {said}; r grades it again" if (said := result.remark) else ""
    return f"✓ {points}{earlier}. n: the next exercise"


def verdict(result: Result) -> RenderableType:
    """Each check with its points; the feedback of those that failed, once where several share it."""
    rows: list[RenderableType] = []
    seen: set[str] = set()
    for check in result.checks:
        waits = ": it waits for another check" if check.outcome == "not reached" else ""
        sentence = f"{check.docstring} ({check.points}/{check.max_points}){waits}"
        rows.append(_labelled([(MARKS[check.outcome], sentence)], style=_COLORS.get(check.outcome, "red")))
        if feedback := _feedback(check):
            again = str(check.feedback) in seen
            seen.add(str(check.feedback))
            rows.append(Padding(_labelled([("", "The same as above.")] if again else feedback), (0, 0, 0, 4)))
    if printed := printed_lines(result):
        rows += [Text("\nYour code printed:", style="bold"), *(Padding(Text(line), (0, 0, 0, 2)) for line in printed)]
    return Group(*rows)


def hints(found: list[tuple[str, str]]) -> RenderableType:
    """Hints with their titles; what is indented in them is code."""
    rows: list[RenderableType] = []
    for title, text in found:
        rows += [Text(f"\nHint: {title}", style="bold"), Padding(flowing(text), (0, 0, 0, 2))]
    return Group(*rows)


def bar(done: int, of: int, width: int = 20) -> str:
    """How far it is, as a bar of characters."""
    full = width * done // max(of, 1)
    return "█" * full + "░" * (width - full)


def _feedback(check: CheckResult) -> list[tuple[str, str]]:
    if check.outcome in ("passed", "not reached") or check.feedback is None:
        return []
    said = [("expected", check.feedback.expected), ("found", check.feedback.found)]
    said += [("likely", check.feedback.likely)] if check.feedback.likely else []
    return said + [("note", note.replace("\n" + " " * 10, "\n")) for note in check.feedback.notes]


def _labelled(rows: list[tuple[str, str]], style: str = "") -> Table:
    table = Table.grid(padding=(0, 1))
    for label, text in rows:
        table.add_row(Text(label, style=style), Text(text, style=style, overflow="fold"))
    return table
