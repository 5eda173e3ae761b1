"""`kata calibrate`: the thresholds of trained checks, measured over many seeds."""

from typing import Annotated

import typer

from keraskata.cli import completion, named
from keraskata.cli.errors import exit_on
from keraskata.curriculum import Exercise, Kit, authors_root, load


def calibrate(
    exercises: Annotated[
        list[str],
        typer.Argument(metavar="SECTION/EXERCISE...", help="which to measure", autocompletion=completion.exercises),
    ],
    seeds: Annotated[int, typer.Option(metavar="NUMBER", help="how many seeds", min=3)] = 20,
) -> None:
    """Measure trained checks over many seeds and write graders/calibration.toml (for authors)."""
    with exit_on():
        kit = load(authors_root())
        for exercise in named.exercises(kit, exercises):
            _calibrate(kit, exercise, seeds)


def _calibrate(kit: Kit, exercise: Exercise, seeds: int) -> None:
    import tomllib

    from keraskata.course import calibration
    from keraskata.course.answers import answers

    place = kit.content / "graders" / "calibration.toml"
    wrong = [(answer.path, answer.fails) for answer in answers(kit, exercise) if not answer.right]
    rows: dict[str, calibration.Row] = {}
    for quantity in calibration.measure(kit, exercise, seeds, wrong):
        try:
            rows[quantity.name] = quantity.row()
        except ValueError as error:
            typer.echo(f"kata: {error}", err=True)
            raise typer.Exit(1) from None
        typer.echo(f"{exercise.id}: {quantity.name}: {rows[quantity.name]}")
    if rows:  # read only now: another run may have measured another exercise meanwhile
        table = tomllib.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
        calibration.write(place, table | {exercise.id: rows})
