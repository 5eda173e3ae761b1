"""`kata gradescope`: the command that makes an autograder for Gradescope."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata import completion


def gradescope(
    sections: Annotated[
        list[str],
        typer.Argument(metavar="SECTION...", help="the sections that count", autocompletion=completion.sections),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="the archive to write, to be uploaded there")],
    seed: Annotated[int, typer.Option(help="seed of the runs; learners' own have 0")] = 0,
    walls: Annotated[bool, typer.Option("--walls/--no-walls", help="wall in the files, which strangers wrote")] = True,
) -> None:
    """Make an autograder for Gradescope, which grades some sections there. Exit status: 0, or 2 it cannot be done."""
    from keraskata import cache
    from keraskata.curriculum import CurriculumError, default_root, load
    from keraskata.gradescope.archive import Choices, write

    try:
        kit = load(default_root())
        unknown = [name for name in sections if name not in kit.sections]
        if unknown:
            raise CurriculumError(f"There is no section {unknown[0]}. There are: {', '.join(kit.sections)}.")
        choices = Choices(sections, seed, walls, cache.backend())
        write(kit, choices, out)
    except (CurriculumError, OSError) as error:
        typer.echo(f"kata: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"{out}: {', '.join(sections)}, on Keras' backend {choices.backend}.")
    if not walls:
        typer.echo("Without walls: what is handed in can read the graders there, and forge its own result.")
