"""`kata book`: shows the book in the terminal, and finds words in it."""

import shutil
import sys
from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import default_root, load


def book(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SECTION|WORD]",
            help="a section, an exercise, a page, or words to look for; without it, what there is",
            autocompletion=completion.chapters,
        ),
    ] = None,
) -> None:
    """Read a chapter of the book, or what an exercise needs, or list where words stand."""
    from keraskata.book import finding

    with exit_on():
        kit, name = load(default_root()), " ".join(words or [])
        text = finding.passage(kit, name)
        places = [] if text else finding.places(kit, name)
    if not text:
        width = max(len(place.address) for place in places)
        for place in places:
            _line(f"kata book {place.address:<{width}}  {place.title}{': ' if place.around else ''}{place.around}")
    elif sys.stdout.isatty():
        from keraskata.book import terminal

        terminal.show(text)
    else:
        typer.echo(text.rstrip())


def _line(text: str) -> None:
    """Print a line; on a terminal no more of it than fits."""
    columns = shutil.get_terminal_size().columns
    typer.echo(text if len(text) <= columns or not sys.stdout.isatty() else f"{text[: columns - 3]}...")
