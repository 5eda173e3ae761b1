"""`kata watch`: the command."""

from typing import Annotated

import typer

from keraskata import completion
from keraskata.curriculum import default_root, load
from keraskata.failing import plainly


def watch(
    exercise: Annotated[
        str,
        typer.Argument(metavar="[SECTION/EXERCISE]", help="where to begin", autocompletion=completion.exercises),
    ] = "",
) -> None:
    """Look on while you work: save an exercise in your editor, and its verdict is there."""
    from keraskata import progress

    with plainly():
        kit = load(default_root())
        at = kit.find(exercise) if exercise else progress.first_open(kit)
    from keraskata.watch.app import Watch

    Watch(kit, at).run()
