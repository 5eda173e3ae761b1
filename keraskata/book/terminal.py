"""Lays Markdown out for a terminal, in styles that can be read on light and on dark ground."""

import os
import shutil
import textwrap

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Markdown
from rich.text import Text
from rich.theme import Theme

from keraskata.book.pages import for_terminals

_WIDEST = 100  # letters in a line; longer ones are hard to read
_BOLD = "code h2 h3 h4 item.bullet item.number table.header"
_PLAIN = "block_quote table.border hr"
_UNDERLINED = "link link_url"


class _Code(CodeBlock):
    """A block of code as it is, without a ground of its own."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        code = textwrap.indent(str(self.text).rstrip(), "  ")
        yield Text(code, no_wrap=True, overflow="ignore")  # the terminal's own wrap is copied as one line


class _Page(Markdown):
    elements = {**Markdown.elements, "fence": _Code, "code_block": _Code}


def show(text: str) -> None:
    """Show Markdown in the terminal's pager."""
    found = {"bold": _BOLD, "none": _PLAIN, "underline": _UNDERLINED}
    styles = {f"markdown.{name}": style for style, names in found.items() for name in names.split()}
    console = Console(width=min(shutil.get_terminal_size().columns, _WIDEST), theme=Theme(styles))
    os.environ.setdefault("LESS", "FRX")  # as git: styles are shown, and what fits the screen needs no key
    with console.pager(styles=os.name != "nt"):  # more.com shows no styles
        console.print(_Page(for_terminals(text), hyperlinks=False), crop=False)
