"""Screens over the watch screen: something to read, and a question."""

from collections.abc import Mapping

from rich.console import RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import ScrollableContainer, Vertical
from textual.events import Key
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Static


class Reading(Screen[str | None]):
    """A page to scroll through, also sideways if it is text with lines longer than the screen.

    A key of `actions` closes it with the name of an action.
    """

    CSS = "Reading .text { width: auto; min-width: 100%; }"
    BINDINGS = [("escape,q", "dismiss(None)", "back")]

    def __init__(self, page: RenderableType, actions: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._page, self._actions = page, actions or {}

    def compose(self) -> ComposeResult:
        with ScrollableContainer():
            yield Static(self._page, classes="text" if isinstance(self._page, Text) else "")
        yield Footer()

    def on_key(self, event: Key) -> None:
        """Close the page by one of these keys."""
        if action := self._actions.get(event.character or ""):
            event.stop()
            self.dismiss(action)


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
