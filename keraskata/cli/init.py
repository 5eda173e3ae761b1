"""`kata init`: makes a folder for a learner; graders and solutions stay inside the engine."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata import __version__
from keraskata.cli.errors import exit_on
from keraskata.curriculum import load
from keraskata.report.text import near
from keraskata.workplace.folder import make


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="made if missing; default: here")] = Path(),
) -> None:
    """Make a folder to work in, with the exercises. It overwrites nothing."""
    with exit_on():
        left = make(folder)
    kit = load(folder.absolute())
    for place in left:
        typer.echo(f"{near(place)} was there already, and stays as it is.")
    typer.echo(f"{folder.absolute()}: {len(kit.exercises)} exercises of keraskata {__version__}.")
    go = "" if folder.absolute() == Path.cwd() else f"cd {near(folder)}, then "
    typer.echo(f"Next: {go}kata")
