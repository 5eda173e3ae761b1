"""Expected errors end a command in one line and exit status 2."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from keraskata.curriculum import CurriculumError
from keraskata.printable import printable


@contextmanager
def exit_on(*kinds: type[Exception]) -> Iterator[None]:
    """Turn a CurriculumError, an OSError and each of `kinds` into one line and exit status 2."""
    expected: tuple[type[Exception], ...] = (CurriculumError, OSError, *kinds)
    try:
        yield
    except expected as error:
        typer.echo(f"kata: {printable(str(error))}", err=True)  # it may quote an untrusted name
        raise typer.Exit(2) from None
