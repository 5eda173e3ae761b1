"""`kata solution`: shows the reference beside a learner's file."""

from typing import Annotated

import typer
from rich.console import Console

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import learners_root, load
from keraskata.learner.help import forgotten, may_see_reference, missing


def solution(
    exercise: completion.Named,
    give_up: Annotated[bool, typer.Option("--give-up", help="show it before yours passes; this is remembered")] = False,
) -> None:
    """Show the reference next to your file, once yours passes. Exit status: 0 shown, 1 not yet, 2 it cannot be done."""
    from keraskata.learner import difference

    with exit_on():
        kit = load(learners_root())
        found = kit.find(exercise)
        what = missing(kit, found)
        if not may_see_reference(kit, found, not what, give_up):
            typer.echo(f"{what} Once it has all points, this shows the reference next to yours.")
            typer.echo(f"To see it now: kata solution {found.id} --give-up")
            typer.echo("That is fine, too; it is remembered, and `kata list` says so.")
            raise typer.Exit(1)
        console = Console()
        console.print(difference.of(kit, found, console.width), soft_wrap=console.width < difference.WIDE)
        if sentence := forgotten(kit):
            typer.echo(sentence, err=True)
