"""`kata`: the kit's command line. Nothing here imports Keras before it is needed."""

import sys
from typing import Annotated

import typer

from keraskata import __version__, encoding, stubs
from keraskata.authors import calibrate, check, list_stubs, write_coverage
from keraskata.bulk.command import grade_class
from keraskata.bulk.exporting import export
from keraskata.curriculum import learners_root, load
from keraskata.doctor import doctor
from keraskata.failing import plainly
from keraskata.fetching import data
from keraskata.grade_files import grade
from keraskata.gradescope.command import gradescope
from keraskata.helping import hint, reset, solution
from keraskata.lessons.command import notebooks
from keraskata.report.command import class_report, learner_report
from keraskata.updating import update
from keraskata.watch.command import watch
from keraskata.workplace import init

app = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,  # its yellow and dim cannot be read on a light screen
    pretty_exceptions_enable=False,
    help="Exercises for Keras that grade themselves.",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"keraskata {__version__}")
        raise typer.Exit


@app.callback()
def main(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="show the version, and nothing else")
    ] = False,
) -> None:
    """Exercises for Keras that grade themselves. Without a command, in a terminal, `kata watch` begins."""
    encoding.write_plainly()
    stubs.keep_here()
    if context.invoked_subcommand is None:
        if sys.stdin.isatty() and sys.stdout.isatty():
            watch()
        else:
            typer.echo(context.get_help())


app.command("watch")(watch)
app.command("init")(init)
app.command("update")(update)
app.command("grade")(grade)
app.command("doctor")(doctor)
app.command("hint")(hint)
app.command("reset")(reset)
app.command("solution")(solution)
app.command("report")(learner_report)
app.command("grade-class")(grade_class)
app.command("class-report")(class_report)
app.command("export")(export)
app.command("gradescope")(gradescope)
app.command("check")(check)
app.command("coverage")(write_coverage)
app.command("calibrate")(calibrate)
app.command("stubs")(list_stubs)
app.add_typer(notebooks, name="notebooks")
app.add_typer(data, name="data")


@app.command("list")
def list_exercises() -> None:
    """Show the curriculum and, from the verdicts that are known, the progress."""
    from keraskata import finished, learner, progress

    with plainly():
        kit, section = load(learners_root()), ""
    given_up = learner.load(kit).given_up
    for exercise in kit.exercises.values():
        if exercise.section != section:
            section = exercise.section
            typer.echo(f"\n{section}: {kit.sections[section]}")
        result = progress.known(kit, exercise)
        points = f"{result.points}/{result.max_points}" if result else "-"
        mark = "✓" if result and result.done else "○"
        notes = [finished.said(result), "given up" if exercise.id in given_up else ""]
        told = "".join(f" ({note})" for note in notes if note)
        typer.echo(f"  {mark} {exercise.name:<20} {points:>6}  {exercise.title}{told}")
