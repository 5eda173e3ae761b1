"""`kata gradescope`: makes an autograder for Gradescope."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on


def gradescope(
    sections: Annotated[
        list[str],
        typer.Argument(metavar="SECTION...", help="the sections that count", autocompletion=completion.sections),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the archive to write and to upload there")],
    seed: Annotated[int, typer.Option(help="seed of the runs; learners' own runs have 0")] = 0,
    walls: Annotated[bool, typer.Option("--walls/--no-walls", help="confine the untrusted code")] = True,
) -> None:
    """Make an autograder that grades some sections on Gradescope. Exit status: 0, or 2 it cannot be done."""
    from keraskata.backend.choice import backend
    from keraskata.curriculum import default_root, load
    from keraskata.gradescope.archive import Choices, write
    from keraskata.judges.hidden_seed import hidden

    with exit_on():
        kit = load(default_root())
        sections = list(dict.fromkeys(exercise.section for exercise in kit.exercises_of(sections)))
        choices = Choices(sections, hidden(kit, seed), walls, backend())
        write(kit, choices, out)
    typer.echo(f"{out}: {', '.join(sections)}, on Keras' backend {choices.backend}.")
    if not walls:
        typer.echo("Without walls: a submission can read the graders there, and forge its own result.")
