"""`kata list`: shows the curriculum, and how far a learner is in it."""

import typer

from keraskata.cli.errors import exit_on
from keraskata.curriculum import learners_root, load


def list_exercises() -> None:
    """Show the curriculum, and your progress by the verdicts that are known."""
    from keraskata.learner import memory, progress

    with exit_on():
        kit, section = load(learners_root()), ""
    given_up = memory.load(kit).given_up
    for exercise in kit.exercises.values():
        if exercise.section != section:
            section = exercise.section
            typer.echo(f"\n{section}: {kit.sections[section]}")
        result = progress.known(kit, exercise)
        points = f"{result.points}/{result.max_points}" if result else "-"
        mark = "✓" if result and result.done else "○"
        notes = [result.remark if result else "", "given up" if exercise.id in given_up else ""]
        told = "".join(f" ({note})" for note in notes if note)
        typer.echo(f"  {mark} {exercise.name:<20} {points:>6}  {exercise.title}{told}")
