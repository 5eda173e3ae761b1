"""`kata messages`: the texts of feedback as a catalogue, for those who translate."""

import typer

from keraskata.backend import installing
from keraskata.cli.errors import exit_on
from keraskata.curriculum import authors_root, load
from keraskata.report.text import near


def messages() -> None:
    """Write all texts that feedback can hold into locale/, and bring each translation there up to date."""
    from keraskata.course import messages as found

    with exit_on():
        try:
            written = found.write(load(authors_root()))
        except ImportError:
            typer.echo(f"kata: this needs Babel: {installing.command('messages')}", err=True)
            raise typer.Exit(2) from None
    for place in written:
        typer.echo(near(place))
