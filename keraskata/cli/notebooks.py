"""`kata notebooks`: `build` makes an nbgrader course, and `learner` notebooks for self-study."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.backend import installing
from keraskata.cli.errors import exit_on
from keraskata.curriculum import default_root, load

notebooks = typer.Typer(no_args_is_help=True, help="The exercises as notebooks.")


@notebooks.command()
def build(
    course: Annotated[Path, typer.Argument(metavar="COURSE", help="the course's folder, made or updated")],
) -> None:
    """Make an nbgrader course from the curriculum, or update the notebooks of one."""
    try:
        from keraskata.nbgrader import course as building
    except ImportError:
        typer.echo(f"kata: notebooks need nbgrader: {installing.command('nbgrader')}.", err=True)
        raise typer.Exit(2) from None
    from keraskata.grading.run import GradingFailed

    typer.echo("Reading the graders; the first time this takes a minute.")
    with exit_on(GradingFailed):
        for line in building.build(load(default_root()), course):
            typer.echo(line)
    typer.echo(f"Next: cd {course} && nbgrader generate_assignment s01_building_steps")


@notebooks.command()
def learner(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="the folder for the notebooks, made or updated")],
) -> None:
    """Write the exercises as notebooks for JupyterLab, VS Code or Colab; no course is needed."""
    from keraskata.grading.run import GradingFailed
    from keraskata.lessons import self_study as building

    typer.echo("Reading the graders; the first time this takes a minute.")
    with exit_on(GradingFailed):
        written = list(building.build(load(default_root()), folder))
    for place, state in written:
        if state == building.YOURS:
            typer.echo(f"{place}: you have worked in it, so it stays as it is.")
    states = [state for _, state in written]
    counts = [f"{states.count(state)} {state}" for state in dict.fromkeys(states)]
    typer.echo(f"{len(written)} notebook{'s' if len(written) != 1 else ''}: {', '.join(counts)}.")
    if written:
        typer.echo(f"Start with {written[0][0]}; its last line leads to the next.")
