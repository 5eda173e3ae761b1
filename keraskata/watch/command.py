"""`kata watch`: the command."""

from typing import Annotated

import typer

from keraskata import completion
from keraskata.curriculum import CurriculumError, default_root, load


def watch(
    exercise: Annotated[
        str,
        typer.Argument(metavar="[SECTION/EXERCISE]", help="where to begin", autocompletion=completion.exercises),
    ] = "",
) -> None:
    """Look on while you work: save an exercise in your editor, and its verdict is there."""
    from keraskata import progress

    try:
        kit = load(default_root())
        at = kit.find(exercise) if exercise else progress.first_open(kit)
    except CurriculumError as error:
        typer.echo(f"kata: {error}", err=True)
        raise typer.Exit(2) from None
    from keraskata.watch.app import Watch

    Watch(kit, at).run()
