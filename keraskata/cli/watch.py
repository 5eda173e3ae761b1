"""`kata watch`: grades while a learner works."""

from typing import Annotated

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import learners_root, load


def watch(
    exercise: Annotated[
        str,
        typer.Argument(
            metavar="[SECTION/EXERCISE]",
            help="an exercise or a section; without it, where you were last",
            autocompletion=completion.exercises,
        ),
    ] = "",
    poll: Annotated[
        bool, typer.Option("--poll", help="look at the files twice a second, if the system does not report saves")
    ] = False,
) -> None:
    """Grade while you work: save an exercise in your editor, and its verdict appears."""
    from keraskata.learner import progress

    with exit_on():
        kit = load(learners_root())
        at = progress.named(kit, exercise)
    from keraskata.watch.app import Watch

    Watch(kit, at, poll).run()
