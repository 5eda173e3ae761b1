"""`kata notebooks`: `build` makes an nbgrader course, and `learner` notebooks for self-study."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.backend import installing
from keraskata.cli.errors import exit_on
from keraskata.cli.grade_class import CourseFile
from keraskata.curriculum import default_root, load

notebooks = typer.Typer(no_args_is_help=True, help="The exercises as notebooks.")


@notebooks.command()
def build(
    folder: Annotated[Path, typer.Argument(metavar="COURSE", help="the course's folder, made or updated")],
    course: CourseFile = None,
) -> None:
    """Make an nbgrader course from the curriculum, or update the notebooks of one."""
    try:
        from keraskata.nbgrader import course as building
    except ImportError:
        typer.echo(f"kata: notebooks need nbgrader: {installing.command('nbgrader')}.", err=True)
        raise typer.Exit(2) from None
    from keraskata.classes.course_file import BadCourse, Course
    from keraskata.grading.run import GradingFailed

    with exit_on(GradingFailed, BadCourse):
        kit = load(default_root())
        decided = (Course.read(course) if course else Course()).of(kit)
        exercises = decided.exercises(kit, [], [])
        typer.echo("Reading the graders; the first time this takes a minute.")
        for line in building.build(kit, folder, exercises, decided.points):
            typer.echo(line)
    if decided.due:
        typer.echo("When work is due, and what being late costs, is nbgrader's to know: see the guide on late work.")
    typer.echo(f"Next: cd {folder} && nbgrader generate_assignment {exercises[0].section}")


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
