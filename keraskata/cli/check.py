"""`kata check`: what is missing or wrong in a kit, for authors who have changed it."""

from itertools import chain
from typing import Annotated

import typer

from keraskata.cli import completion, named
from keraskata.cli.errors import exit_on
from keraskata.curriculum import authors_root, load


def check(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SECTION/EXERCISE...",
            help="grade only these exercises and sections; without it, all",
            autocompletion=completion.exercises,
        ),
    ] = None,
    bank: Annotated[bool, typer.Option("--answers", help="also grade the right and the wrong answers")] = False,
) -> None:
    """List for authors what is missing or wrong in the kit. Exit status: 0 nothing, 1 something, 2 a grader breaks."""
    from keraskata.course import audit, diagnoses
    from keraskata.grading import run

    found = 0
    with exit_on(run.GradingFailed):
        kit = load(authors_root())
        chosen = named.exercises(kit, names) if names else list(kit.exercises.values())
        for exercise in chosen:
            count = diagnoses.named(kit, exercise)
            if count.own or count.otherwise:
                of_all = f"{count.own} by a row of their own, {count.otherwise} by `otherwise`, {count.none} by none"
                typer.echo(f"{exercise.id}: wrong answers named {of_all}")
        for problem in chain(audit.problems(kit, chosen), audit.wrong_verdicts(kit, chosen) if bank else ()):
            typer.echo(problem)
            found += 1
    typer.echo("The kit is whole." if not found else f"{found} problem{'s' if found > 1 else ''}.")
    raise typer.Exit(1 if found else 0)
