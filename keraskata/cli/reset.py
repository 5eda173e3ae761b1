"""`kata reset`: brings an exercise's stub back."""

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import learners_root, load
from keraskata.learner.help import bring_back


def reset(exercise: completion.Named) -> None:
    """Bring an exercise's stub back; your own file is kept beside it."""
    with exit_on():
        kit = load(learners_root())
        typer.echo(bring_back(kit, kit.find(exercise)))
