"""`kata hint`: shows the next hint of an exercise."""

import shutil
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import learners_root, load
from keraskata.learner import progress
from keraskata.learner.help import forgotten, next_hints


def hint(
    exercise: Annotated[
        str,
        typer.Argument(
            metavar="[SECTION/EXERCISE]",
            help="an exercise or a section; without it, the one at hand",
            autocompletion=completion.exercises,
        ),
    ] = "",
) -> None:
    """Show the next of an exercise's three hints; after the third, show all three again."""
    with exit_on():
        kit = load(learners_root())
        found = progress.named(kit, exercise)
        hints = next_hints(kit, found)
    for each in hints:
        typer.secho(f"{found.id}: hint {each.number} of {each.most}, {each.title}", bold=True)
        typer.echo("\n" + "\n".join(f"  {row}".rstrip() for row in _rows(each.text)) + "\n")
    following = "There are no more. All three again" if hints[-1].last else "The next hint"
    typer.echo(f"{following}: kata hint {found.id}")
    if sentence := forgotten(kit):
        typer.echo(sentence, err=True)


def _rows(text: str) -> Iterator[str]:
    """Give a hint in rows that fit the terminal; indented lines are code, and stay as they are."""
    width = max(shutil.get_terminal_size().columns, 40) - 4
    for code, group in groupby(text.splitlines(), key=lambda line: not line or line.startswith(" ")):
        lines = list(group)
        yield from lines if code else textwrap.wrap(" ".join(lines), width, break_on_hyphens=False)
