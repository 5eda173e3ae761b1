"""`kata check`, `coverage`, `calibrate` and `stubs`: what authors run after they have changed the kit."""

from itertools import chain
from typing import Annotated

import typer

from keraskata import completion, stubs
from keraskata.curriculum import CurriculumError, Exercise, Kit, authors_root, load
from keraskata.failing import plainly


def check(
    bank: Annotated[bool, typer.Option("--answers", help="grade the right and the wrong answers, too")] = False,
) -> None:
    """Tell authors what is missing or wrong in the kit. Exit status: 0 nothing, 1 something, 2 a grader breaks."""
    from keraskata import authoring, grading

    found = 0
    with plainly(grading.GradingFailed):
        kit = load(authors_root())
        for problem in chain(authoring.problems(kit), authoring.wrong_verdicts(kit) if bank else ()):
            typer.echo(problem)
            found += 1
    typer.echo("The kit is whole." if not found else f"{found} problem{'s' if found > 1 else ''}.")
    raise typer.Exit(1 if found else 0)


def write_coverage() -> None:
    """Write docs/coverage.md: which exercise puts which defect of the notes right (for authors)."""
    from keraskata import coverage

    with plainly():
        kit = load(authors_root())
        (kit.root / coverage.PLACE).write_text(coverage.table(kit), encoding="utf-8")


def calibrate(
    exercises: Annotated[
        list[str],
        typer.Argument(metavar="SECTION/EXERCISE...", help="which to measure", autocompletion=completion.exercises),
    ],
    seeds: Annotated[int, typer.Option(help="how many seeds", min=3)] = 20,
) -> None:
    """Measure trained checks over many seeds and write graders/calibration.toml (for authors)."""
    with plainly():
        kit = load(authors_root())
        for exercise in [kit.find(name) for name in exercises]:
            _calibrate(kit, exercise, seeds)


def _calibrate(kit: Kit, exercise: Exercise, seeds: int) -> None:
    import tomllib

    from keraskata import calibration
    from keraskata.answers import answers

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
    if rows:  # read only now: another run may have measured another exercise in the meantime
        table = tomllib.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}
        calibration.write(place, table | {exercise.id: rows})


def list_stubs() -> None:
    """Write stubs.toml, by which `kata reset` knows the stubs, from exercises/ as it is now (for authors)."""
    from keraskata import finished

    with plainly():
        kit = load(authors_root())
        given = stubs.listed(kit)
        texts = {exercise: kit.stub(exercise).read_bytes() for exercise in kit.exercises.values()}
        changed = {exercise: text for exercise, text in texts.items() if given.get(exercise.id) != stubs.digest(text)}
        if done := [exercise.id for exercise, text in changed.items() if finished.load(kit, exercise, text)]:
            raise CurriculumError(
                f"No stub, for it has all points: {', '.join(done)}. Nothing was listed: this is for authors. "
                f"To have the stub there again: kata reset {done[0]}, which keeps yours beside it."
            )
        stubs.write_list(kit)
    for exercise in changed:
        typer.echo(f"{exercise.id}: what its file has now is its stub from now on.")
