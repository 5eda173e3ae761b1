"""`kata reset`: an exercise's stub again."""

import typer

from keraskata.cli import completion
from keraskata.cli.errors import exit_on
from keraskata.curriculum import learners_root, load
from keraskata.learner.help import bring_back


def reset(exercise: completion.Named) -> None:
    """Bring an exercise's stub back; what you have written is kept beside it."""
    with exit_on():
        kit = load(learners_root())
        typer.echo(bring_back(kit, kit.find(exercise)))
