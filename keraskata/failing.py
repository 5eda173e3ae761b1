"""How a command ends that cannot do what it was asked: a line that says why, and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from keraskata.curriculum import CurriculumError
from keraskata.results import printable


@contextmanager
def plainly(*kinds: type[Exception]) -> Iterator[None]:
    """In here a CurriculumError, an OSError and each of `kinds` ends the command with its message."""
    expected: tuple[type[Exception], ...] = (CurriculumError, OSError, *kinds)
    try:
        yield
    except expected as error:
        typer.echo(f"kata: {printable(str(error))}", err=True)  # it may quote a name that somebody else gave
        raise typer.Exit(2) from None
