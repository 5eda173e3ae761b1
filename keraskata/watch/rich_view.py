"""The texts of the watch screen, as rich text; nothing from a learner becomes markup."""

import re
from collections.abc import Sequence
from textwrap import shorten

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from keraskata.curriculum import Exercise
from keraskata.language import translated
from keraskata.learner import milestones
from keraskata.learner.help import Hint
from keraskata.learner.standing import Standing
from keraskata.report.view import Row, View, printed_lines
from keraskata.report.view import rows as feedback_rows
from keraskata.results import Feedback, Finished, Result

_LONG = 15  # seconds of grading after which the limit is named
_WAITS = 72  # letters of the check that another one waits for
_COLORS = {"good": "green", "waiting": "", "bad": "red"}


def flowing(text: str) -> Text:
    """Join lines to paragraphs that fill the screen, whatever its width; indented lines stay lines."""
    return Text(re.sub(r"(?<=\S)\n(?=\S)", " ", text))


def linked(text: Text) -> Text:
    """Make each `kata book NAME` open the book with a click, for those who have a mouse."""
    for found in re.finditer(r"kata book ([\w/#-]+)", text.plain):
        text.stylize(Style(underline=True, meta={"@click": f"app.read('{found[1]}')"}), *found.span())
    return text


def busy(exercise: Exercise, seconds: float, starting: bool) -> str:
    """Return what takes so long: that Keras is starting, or the grading, with its limit when that comes near."""
    if starting:
        return f"starting Keras, once: some seconds … {seconds:.1f} s"
    limit = "   (each check may take a minute)" if seconds > _LONG else ""
    return f"grading {exercise.name} … {seconds:.1f} s{limit}"


def score(result: Result) -> str:
    """Return the line below a verdict: the points, and what to do next."""
    points = f"{result.points} of {result.max_points} points"
    if not result.done:
        return f"○ {points}. Page Down shows why; save the file, and it is graded."
    earlier = ""
    if isinstance(result, Finished):
        earlier = f", {result.remark or 'graded earlier'}; r grades it again"
    return f"✓ {points}{earlier}. n: the next exercise"


def verdict(result: Result) -> RenderableType:
    """Show each check with its points, and the feedback of those that failed, once if several share it.

    The first that failed has its own hint, too: it is the one to work on.
    """
    rows: list[RenderableType] = []
    seen: list[list[Row]] = []
    for view in map(View.of, result.checks):
        waits = f": {shorten(view.waits, _WAITS, placeholder=' …')}" if view.waits else ""
        sentence = f"{view.sentence} ({view.points}/{view.max_points}){waits}"
        rows.append(_labelled([(view.mark, sentence)], style=_COLORS[view.role]))
        if feedback := [row for row in view.rows if row.label != "hint"]:
            shown = [(row.title, row.text) for row in (feedback if seen else view.rows)]
            same = [("", translated("The same as above."))]
            rows.append(Padding(_labelled(same if feedback in seen else shown), (0, 0, 0, 4)))
            seen.append(feedback)
    if printed := printed_lines(result):
        rows += [Text("\nYour code printed:", style="bold"), *(Padding(Text(line), (0, 0, 0, 2)) for line in printed)]
    return Group(*rows)


def fault(found: Feedback) -> RenderableType:
    """Show why a file cannot be graded at all."""
    return _labelled([(row.title, row.text) for row in feedback_rows(found)])


def hints(found: Sequence[Hint]) -> RenderableType:
    """Show hints with their numbers and titles; indented lines in them are code."""
    rows: list[RenderableType] = []
    for hint in found:
        title = f"\nHint {hint.number} of {hint.most}: {hint.title}"
        rows += [Text(title, style="bold"), Padding(flowing(hint.text), (0, 0, 0, 2))]
    return Group(*rows)


def head(standing: Standing, current: Exercise) -> str:
    """Return the first line: how far the learner is in the section of the exercise at hand, and in all."""
    if not milestones.wanted():
        return standing.summary()
    done, of = standing.section(current)
    return f"{milestones.number(current.section)} {bar(done, of)} {done} of {of}   {standing.summary()}"


def bar(done: int, of: int, width: int = 8) -> str:
    """Draw the progress as a bar of characters."""
    full = width * done // max(of, 1)
    return "█" * full + "░" * (width - full)


def _labelled(rows: list[tuple[str, str]], style: str = "") -> Table:
    table = Table.grid(padding=(0, 1))
    for label, text in rows:
        table.add_row(Text(label, style=style), Text(text, style=style, overflow="fold"))
    return table
