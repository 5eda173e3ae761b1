"""`kata watch`: grades while a learner works."""

import os
import subprocess
import sys
from typing import Annotated, NoReturn

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
    plain: Annotated[
        bool, typer.Option("--plain", help="lines in place of a screen, as for a screen reader; ? says what to type")
    ] = False,
) -> None:
    """Grade while you work: save an exercise in your editor, and its verdict appears."""
    from keraskata.learner import progress

    with exit_on():
        kit = load(learners_root())
        at = progress.named(kit, exercise)
    if plain:
        from keraskata.watch.plain import Plain

        again: bool | None = Plain(kit, at, poll).run()
    else:
        from keraskata.watch.app import Watch

        again = Watch(kit, at, poll).run()
    if again:
        _start_again(*(["--poll"] if poll else []), *(["--plain"] if plain else []))


def _start_again(*options: str) -> NoReturn:
    """Become the program that is on the disk now, at the exercise at hand."""
    command = [sys.executable, "-m", "keraskata", "watch", *options]
    if os.name == "posix":
        os.execv(sys.executable, command)
    raise SystemExit(subprocess.call(command))  # Windows would give the terminal back to the shell
