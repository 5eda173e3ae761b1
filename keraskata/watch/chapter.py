"""A page of the book, over the watch screen, at a paragraph."""

from pathlib import PurePosixPath

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Markdown

from keraskata.book.pages import Page, address, for_terminals, pages
from keraskata.curriculum import Exercise, Kit


class Chapter(Screen[Exercise | None]):
    """Returns the exercise whose link was chosen, or None; links to other pages open here."""

    CSS = """
    Chapter Markdown { background: ansi_default; }
    Chapter MarkdownHeader { text-style: bold; color: ansi_default; background: ansi_default; }
    Chapter MarkdownH1 { content-align: left middle; }
    Chapter MarkdownFence { background: ansi_default; color: ansi_default; margin: 0 0 1 2; }
    Chapter MarkdownFence > * { padding: 0; width: 100%; }
    Chapter MarkdownBlock > .code_inline { background: ansi_default; color: ansi_default; text-style: bold; }
    """
    BINDINGS = [("escape,b,q", "dismiss(None)", "back")]

    def __init__(self, kit: Kit, page: Page, anchor: str) -> None:
        super().__init__()
        self._kit, self._page, self._anchor = kit, page, anchor
        self._heading: str | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Markdown(open_links=False)
        yield Footer()

    def on_mount(self) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.focus()  # so that the arrow keys move it
        self.watch(scroll, "virtual_size", self._show_heading, init=False)
        self._open(self._page, self._anchor)

    def _open(self, page: Page, anchor: str) -> None:
        self._page, self._anchor = page, anchor
        self.query_one(Markdown).update(for_terminals(page.text))

    def on_markdown_table_of_contents_updated(self, event: Markdown.TableOfContentsUpdated) -> None:
        """Go to the paragraph, and again as the page above it is laid out, until a key is pressed."""
        place = self._page.place(self._anchor) or 0
        if place < len(event.table_of_contents):
            self._heading = event.table_of_contents[place][2]
            self._show_heading()

    def on_key(self) -> None:
        """Leave the page where the reader moves it."""
        self._heading = None

    def _show_heading(self) -> None:
        self.call_after_refresh(self._scroll_to_heading)

    def _scroll_to_heading(self) -> None:
        scroll = self.query_one(VerticalScroll)
        for found in scroll.query(f"#{self._heading}") if self._heading else ():
            scroll.scroll_to_widget(found, top=True, animate=False)

    def on_markdown_link_clicked(self, event: Markdown.LinkClicked) -> None:
        """Follow a link: to a heading, a page, an exercise, or to the browser."""
        event.stop()
        file = PurePosixPath(event.href.partition("#")[0])
        name, anchor = address(event.href)
        if "://" in event.href:
            self.app.open_url(event.href)
        elif exercise := self._kit.exercises.get(f"{file.parent.name}/{file.stem}"):
            self.dismiss(exercise)
        elif page := pages(self._kit).get(name or self._page.name):
            self._open(page, anchor)
