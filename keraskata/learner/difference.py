"""Shows the learner's file and the reference as a difference in a terminal: side by side, or in one column."""

from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from keraskata.curriculum import Exercise, Kit
from keraskata.printable import printable
from keraskata.source.python_text import NoText, decoded

WIDE = 120  # columns; with fewer, most lines of code would be broken
_COLORS = {"-": "red", "+": "green"}
_Part = tuple[bool, list[Text], list[Text]]  # whether both texts are the same, and the lines of each


def of(kit: Kit, exercise: Exercise, width: int) -> RenderableType:
    """Return both texts, complete, for a screen of `width` columns. Raises OSError."""
    place = kit.stub(exercise)
    yours = _text(place) if place.exists() else ""
    reference = exercise.settled(yours).varied(kit.solution(exercise).read_text(encoding="utf-8"))
    parts = _parts(yours.splitlines(), reference.splitlines())
    return _side_by_side(parts) if width >= WIDE else _unified(parts)


def _text(place: Path) -> str:
    """Return the text of a file, as far as it can be read."""
    try:
        return decoded(place.read_bytes())
    except NoText:
        return place.read_text(encoding="utf-8", errors="replace")


def _parts(yours: list[str], reference: list[str]) -> list[_Part]:
    """Return the matching parts of both files, in order; lines that are the same in both have no mark."""
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, yours, reference, autojunk=False).get_opcodes():
        same = kind == "equal"
        left = [_line(" " if same else "-", text) for text in yours[a:b]]
        right = [_line(" " if same else "+", text) for text in reference[c:d]]
        found.append((same, left, right))
    return found


def _line(mark: str, text: str) -> Text:
    return Text(f"{mark} {printable(text.expandtabs(4))}".rstrip(), style=_COLORS.get(mark, ""))


def _side_by_side(parts: list[_Part]) -> RenderableType:
    table = Table(box=None, expand=True, padding=(0, 1))
    table.add_column("- yours", ratio=1, overflow="fold")
    table.add_column("+ the reference", ratio=1, overflow="fold")
    for _, left, right in parts:
        for pair in zip_longest(left, right, fillvalue=Text()):
            table.add_row(*pair)
    return table


def _unified(parts: list[_Part]) -> RenderableType:
    rows = [_line("-", "yours"), _line("+", "the reference"), Text()]
    for same, left, right in parts:
        rows += left if same else left + right
    page = Text("\n").join(rows)
    page.no_wrap, page.overflow = True, "ignore"  # a broken line would lose its indentation
    return page
