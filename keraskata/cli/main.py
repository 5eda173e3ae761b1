"""`kata`: the kit's command line. Nothing here imports Keras before it is needed."""

import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from keraskata import __version__, language
from keraskata.cli.actions import actions
from keraskata.cli.book import book
from keraskata.cli.calibrate import calibrate
from keraskata.cli.check import check
from keraskata.cli.class_report import class_report
from keraskata.cli.coverage import write_coverage
from keraskata.cli.data import data
from keraskata.cli.doctor import doctor
from keraskata.cli.errors import exit_on
from keraskata.cli.export import export
from keraskata.cli.feedback import feedback
from keraskata.cli.grade import grade
from keraskata.cli.grade_class import grade_class
from keraskata.cli.gradescope import gradescope
from keraskata.cli.hint import hint
from keraskata.cli.init import init
from keraskata.cli.likeness import likeness
from keraskata.cli.list import list_exercises
from keraskata.cli.messages import messages
from keraskata.cli.new import new
from keraskata.cli.notebooks import notebooks
from keraskata.cli.prairielearn import prairielearn
from keraskata.cli.regrade_diff import regrade_diff
from keraskata.cli.report import learner_report
from keraskata.cli.reset import reset
from keraskata.cli.solution import solution
from keraskata.cli.stubs import list_stubs
from keraskata.cli.update import update
from keraskata.cli.variants import variants
from keraskata.cli.watch import watch
from keraskata.learner import stubs
from keraskata.report import encoding

# By who needs them: name, a line of at most 60 letters, and the command.
_COMMANDS: dict[str, list[tuple[str, str, Callable[..., Any] | typer.Typer]]] = {
    "For learners": [
        ("watch", "grade while you work: save a file, and see its verdict", watch),
        ("hint", "the next of an exercise's three hints", hint),
        ("book", "the chapter on a section, or where a word stands", book),
        ("solution", "the reference next to your file, once yours passes", solution),
        ("reset", "a stub as it was; your own file is kept beside it", reset),
        ("list", "the curriculum, and how far you are", list_exercises),
        ("grade", "grade files, and print the score", grade),
        ("report", "a page on your progress, with pictures", learner_report),
        ("init", "make a folder to work in, with the exercises", init),
        ("update", "bring the newest kit; your files stay", update),
        ("data", "fetch data that is too large for the package", data),
        ("doctor", "what is missing on this machine, and how to fix it", doctor),
    ],
    "For instructors": [
        ("grade-class", "grade a class, behind walls", grade_class),
        ("feedback", "a page for each student, to hand back", feedback),
        ("class-report", "a page on the results of a class, check by check", class_report),
        ("likeness", "submissions that are nearer than is usual", likeness),
        ("regrade-diff", "what a regrade changed, and why", regrade_diff),
        ("export", "grades as a file for Canvas, Moodle or nbgrader", export),
        ("notebooks", "the exercises as notebooks, with nbgrader or without", notebooks),
        ("variants", "exercises with numbers of each student's own", variants),
        ("gradescope", "an autograder for Gradescope", gradescope),
        ("actions", "a workflow for GitHub Actions and GitHub Classroom", actions),
        ("prairielearn", "questions for PrairieLearn, with their grader", prairielearn),
    ],
    "For authors": [
        ("new", "begin an exercise", new),
        ("check", "what is missing or wrong in the kit", check),
        ("calibrate", "measure trained checks over many seeds", calibrate),
        ("stubs", "take the stubs as they are now for `kata reset`", list_stubs),
        ("coverage", "write the pages that are made from tables", write_coverage),
        ("messages", "write all texts of feedback, for translations", messages),
    ],
}


class _Grouped(TyperGroup):
    """Shows the commands under the titles of `_COMMANDS`."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for title, commands in _COMMANDS.items():
            with formatter.section(title):
                formatter.write_dl([(name, said) for name, said, _ in commands])


app = typer.Typer(
    cls=_Grouped,
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


for _commands in _COMMANDS.values():
    for _name, _, _command in _commands:
        if isinstance(_command, typer.Typer):
            app.add_typer(_command, name=_name)
        else:
            app.command(_name)(_command)
