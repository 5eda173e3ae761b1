"""`kata stubs`: writes the list that identifies the stubs."""

import typer

from keraskata.cli.errors import exit_on
from keraskata.curriculum import CurriculumError, authors_root, load
from keraskata.learner import stubs


def list_stubs() -> None:
    """Write stubs.toml, which identifies the stubs for `kata reset`, from the files in exercises/ (for authors)."""
    from keraskata.verdicts import finished

    with exit_on():
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
