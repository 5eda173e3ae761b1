"""`kata new`: writes the files of a new exercise for its author."""

from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on


def new(
    name: Annotated[
        str, typer.Argument(metavar="SECTION/EXERCISE", autocompletion=completion.beginnings, show_default=False)
    ],
) -> None:
    """Begin an exercise, in a new or an existing section; `kata check` says what to fill in (for authors)."""
    from keraskata.course.new import authors_kit, begin

    with exit_on():
        kit = authors_kit()
        written = begin(kit, name)
    for place, what in written.items():
        typer.echo(f"{place.relative_to(kit.root).as_posix()}: {what}")
    typer.echo("Next: kata check, which says what to fill in, file by file, until the exercise is complete.")
