"""`kata`: the kit's command line. Nothing here imports Keras before it is needed."""

import sys
from typing import Annotated

import typer

from keraskata import __version__, language
from keraskata.cli.calibrate import calibrate
from keraskata.cli.check import check
from keraskata.cli.class_report import class_report
from keraskata.cli.coverage import write_coverage
from keraskata.cli.data import data
from keraskata.cli.doctor import doctor
from keraskata.cli.errors import exit_on
from keraskata.cli.export import export
from keraskata.cli.grade import grade
from keraskata.cli.grade_class import grade_class
from keraskata.cli.gradescope import gradescope
from keraskata.cli.hint import hint
from keraskata.cli.init import init
from keraskata.cli.list import list_exercises
from keraskata.cli.messages import messages
from keraskata.cli.new import new
from keraskata.cli.notebooks import notebooks
from keraskata.cli.regrade_diff import regrade_diff
from keraskata.cli.report import learner_report
from keraskata.cli.reset import reset
from keraskata.cli.solution import solution
from keraskata.cli.stubs import list_stubs
from keraskata.cli.update import update
from keraskata.cli.watch import watch
from keraskata.learner import stubs
from keraskata.report import encoding

app = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,  # its yellow and dim texts cannot be read on a light screen
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
        bool, typer.Option("--version", callback=_version, is_eager=True, help="show only the version")
    ] = False,
) -> None:
    """Exercises for Keras that grade themselves. In a terminal, `kata` without a command starts `kata watch`."""
    encoding.write_plainly()
    with exit_on():
        language.include_kit_here()
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
app.command("regrade-diff")(regrade_diff)
app.command("export")(export)
app.command("gradescope")(gradescope)
app.command("list")(list_exercises)
app.command("new")(new)
app.command("check")(check)
app.command("coverage")(write_coverage)
app.command("messages")(messages)
app.command("calibrate")(calibrate)
app.command("stubs")(list_stubs)
app.add_typer(notebooks, name="notebooks")
app.add_typer(data, name="data")
