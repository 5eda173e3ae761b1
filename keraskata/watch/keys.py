"""The keys of the watch screen, once for what they do and for the page that explains them."""

from collections.abc import Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from textual.binding import Binding, BindingType

# By action, in the footer's order: the narrowest screen has room for the first few.
EXERCISE: Mapping[str, tuple[str, str]] = {
    "keys": ("?", "this page"),
    "next": ("n", "the next exercise that is open"),
    "list": ("l", "the list of all exercises"),
    "hint": ("h", "a hint; each further press adds the next one"),
    "book": ("b", "the book, at the paragraph that the exercise needs"),
    "again": ("r", "run the checks again, although the file did not change"),
    "reset": ("x", "bring the stub back; your file is kept beside it"),
    "solution": ("s", "the solution next to your own"),
    "report": ("p", "the report, in your browser"),
    "quit": ("q", "quit"),
}
_NOT_FROM_THE_PAGE = ("keys", "reset", "quit")  # q is the way back from it, and nobody loses a file by reading
# Those of `less` and vim, each with the key that it stands for.
_MOVING = {"j": "down", "k": "up", "g": "home", "G": "end"}
_EVERYWHERE = [
    ("j ↓", "a line down; in the list, the next exercise"),
    ("k ↑", "a line up; in the list, the one before"),
    ("PgDn PgUp", "a screen down, a screen up"),
    ("g Home", "to the beginning"),
    ("G End", "to the end"),
    ("Enter", "in the list: open the exercise"),
    ("/", "in the list: search it; Esc ends the search"),
    ("Esc q", "back from the list, the book or a page like this one"),
    ("Ctrl-Z", "back to the shell for a while; `fg` brings the screen back"),
    ("Ctrl-C", "says how to quit; nothing is lost"),
]


def bindings() -> list[BindingType]:
    """Return the keys with their actions, as textual takes them; those that only move are not in the footer."""
    return [
        *(Binding(key, action, action) for action, (key, _) in EXERCISE.items()),
        *(Binding(key, f"simulate_key('{meant}')", show=False) for key, meant in _MOVING.items()),
        Binding("ctrl+z", "suspend_process", show=False),
    ]


def of_page(without: frozenset[str] = frozenset()) -> dict[str, str]:
    """Return the actions by the keys that work on the page, too: they close it first."""
    return {key: action for action, (key, _) in EXERCISE.items() if action not in {*_NOT_FROM_THE_PAGE, *without}}


def page(without: frozenset[str] = frozenset()) -> RenderableType:
    """Return a page on all keys, without those of some actions; it is readable on 40 columns."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    for key, said in [*(row for action, row in EXERCISE.items() if action not in without), *_EVERYWHERE]:
        table.add_row(Text(key, style="bold"), Text(said))
    return table
