"""Screens over the watch screen: something to read, and a question."""

from rich.console import RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import ScrollableContainer, Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Static


class Reading(Screen[None]):
    """A page to scroll through, also sideways if it is text with lines longer than the screen."""

    CSS = "Reading .text { width: auto; min-width: 100%; }"
    BINDINGS = [("escape,q", "dismiss(None)", "back")]

    def __init__(self, page: RenderableType) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        with ScrollableContainer():
            yield Static(self._page, classes="text" if isinstance(self._page, Text) else "")
        yield Footer()


class Asking(ModalScreen[bool]):
    """A question that is answered with a key; every key except y means no."""

    CSS = """
    Asking { align: center middle; }
    Asking > Vertical { width: 64; max-width: 90%; height: auto; border: round ansi_default; padding: 1 2; }
    """
    BINDINGS = [("y", "dismiss(True)", "yes"), ("n,escape,q", "dismiss(False)", "no")]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(f"{self._question}\n\ny: yes    n: no"))
