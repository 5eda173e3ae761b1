"""`kata notebooks build`."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata import installing
from keraskata.curriculum import default_root, load
from keraskata.failing import plainly

notebooks = typer.Typer(no_args_is_help=True, help="The exercises as notebooks, for instructors who use nbgrader.")


@notebooks.callback()
def _notebooks() -> None:
    """With a callback, `build` stays a command of its own even while it is the only one."""


@notebooks.command()
def build(
    course: Annotated[Path, typer.Argument(metavar="COURSE", help="the course's folder; made, or updated")],
) -> None:
    """Make an nbgrader course of the curriculum, or update the notebooks of one."""
    try:
        from keraskata.nbgrader import course as building
    except ImportError:
        typer.echo(f"kata: notebooks need nbgrader: {installing.command('nbgrader')}.", err=True)
        raise typer.Exit(2) from None
    from keraskata.grading import GradingFailed

    typer.echo("Reading the graders; the first time this takes a minute.")
    with plainly(GradingFailed):
        for line in building.build(load(default_root()), course):
            typer.echo(line)
    typer.echo(f"Next: cd {course} && nbgrader generate_assignment s01_building_steps")
