"""`kata hint`, `kata reset` and `kata solution`: help for learners who are stuck, and for those who are done."""

import shutil
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import Annotated

import typer
from rich.console import Console

from keraskata import completion, learner, progress, stubs
from keraskata.curriculum import STEPS, CurriculumError, Exercise, Kit, learners_root, load
from keraskata.failing import plainly
from keraskata.report.words import near

TITLES = ("a nudge", "the idea", "nearly the code")
_Named = Annotated[str, typer.Argument(metavar="SECTION/EXERCISE", autocompletion=completion.exercises)]


def hint(
    exercise: Annotated[
        str,
        typer.Argument(
            metavar="SECTION/EXERCISE",
            help="the exercise; else the one at hand",
            autocompletion=completion.exercises,
        ),
    ] = "",
) -> None:
    """Show the next of an exercise's three hints; all three again when all were seen."""
    with plainly():
        kit = load(learners_root())
        found = kit.find(exercise) if exercise else progress.first_open(kit, at=learner.load(kit).at)
        if found.id not in kit.hints:
            raise CurriculumError(f"This kit has no hints for {found.id}.")
        steps = learner.next_hints(kit, found)
    for step in steps:
        typer.secho(f"{found.id}: hint {step + 1} of {len(STEPS)}, {TITLES[step]}", bold=True)
        typer.echo("\n" + "\n".join(f"  {row}".rstrip() for row in _rows(kit.hints[found.id][step])) + "\n")
    if steps.stop < len(STEPS):
        typer.echo(f"The next hint: kata hint {found.id}")
    else:
        typer.echo(f"There are no more. All three again: kata hint {found.id}")
    _say_if_forgotten(kit)


def reset(exercise: _Named) -> None:
    """Bring an exercise's stub back; what you have written is kept beside it."""
    with plainly():
        kit = load(learners_root())
        typer.echo(bring_back(kit, kit.find(exercise)))


def bring_back(kit: Kit, exercise: Exercise) -> str:
    """Bring an exercise's stub back; gives a sentence on its file. Raises CurriculumError and OSError."""
    place = kit.stub(exercise)
    if stubs.is_stub(kit, exercise):
        return f"{near(place)} is the stub already."
    kept = stubs.bring_back(kit, exercise)
    return f"{near(place)} is the stub again{f'; what it was is kept as {near(kept)}' if kept else ''}."


def solution(
    exercise: _Named,
    give_up: Annotated[bool, typer.Option("--give-up", help="before it passes, too; this is remembered")] = False,
) -> None:
    """Show the reference next to your file, once that passes. Exit status: 0 shown, 1 not yet, 2 it cannot be done."""
    from keraskata import difference

    with plainly():
        kit = load(learners_root())
        found = kit.find(exercise)
        if (missing := _missing(kit, found)) and found.id not in learner.load(kit).given_up:
            if not give_up:
                typer.echo(f"{missing} Once it has all points, this shows the reference next to yours.")
                typer.echo(f"To see it now: kata solution {found.id} --give-up")
                typer.echo("That is fine, too; it is remembered, and `kata list` says so.")
                raise typer.Exit(1)
            learner.give_up(kit, found)
        console = Console()
        console.print(difference.of(kit, found, console.width), soft_wrap=console.width < difference.WIDE)
        _say_if_forgotten(kit)


def _say_if_forgotten(kit: Kit) -> None:
    if why := learner.unwritten(kit):
        typer.echo(f"That this was shown cannot be remembered: {kit.memory / learner.PLACE}: {why}.", err=True)


def _rows(text: str) -> Iterator[str]:
    """A hint in rows that fit the terminal; what is indented in it is code, and stays as it is."""
    width = max(shutil.get_terminal_size().columns, 40) - 4
    for code, group in groupby(text.splitlines(), key=lambda line: not line or line.startswith(" ")):
        lines = list(group)
        yield from lines if code else textwrap.wrap(" ".join(lines), width, break_on_hyphens=False)


def _missing(kit: Kit, exercise: Exercise) -> str:
    """What is still to be done before the exercise is known to pass; "" where nothing is."""
    verdict = progress.known(kit, exercise)
    if verdict and verdict.done:
        return ""
    if verdict:
        return f"{exercise.id} has {verdict.points} of {verdict.max_points} points: first bring it to all of them."
    return f"{exercise.id} is not graded as it is now: first run pytest {near(kit.stub(exercise))}."
