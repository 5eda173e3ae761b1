"""`kata update`: brings the newest stubs and engine, and keeps every line that the learner wrote."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from keraskata.cli.errors import exit_on
from keraskata.curriculum import CURRICULUM, WORKPLACE, CurriculumError, kit_root, learners_root, load
from keraskata.learner import git
from keraskata.workplace.folder import NEWEST, renew
from keraskata.workplace.outcome import Outcome


def update(
    source: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="a newer, unpacked copy; only for a copy without git")
    ] = None,
) -> None:
    """Update to the newest kit. Your own work stays as it is."""
    from keraskata.workplace import pulling, replacing  # now: the update may replace the engine's files

    with _again(), exit_on(git.GitFailed):
        kit = load(_root())
        if kit.is_workplace:
            if source:
                raise CurriculumError(f"These exercises come with the package: {NEWEST}, then kata update.")
            outcome = renew(kit)
        elif (kit.root / ".git").exists():
            if source:
                raise CurriculumError("This is a clone of git's: kata update alone fetches the newest kit.")
            outcome = pulling.pull(kit)
        elif source:
            outcome = replacing.replace(kit, source)
        else:
            raise CurriculumError("This copy has no git: unpack a newer one somewhere, then kata update ITS_FOLDER.")
    _tell(outcome)


def _root() -> Path:
    """Return the kit around the working folder; no other, such as the engine's own, is ever updated."""
    if root := kit_root(Path.cwd()):
        return root
    learners_root()  # it has its own message for an installed engine
    raise CurriculumError(
        f"There is no kit here to update: neither {CURRICULUM}/ nor {WORKPLACE} is here or above. "
        "Go to the folder with your exercises, and run kata update there."
    )


@contextlib.contextmanager
def _again() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(
            "kata: Stopped before the end; nothing of yours is lost. Run kata update again to complete it.", err=True
        )
        raise typer.Exit(130) from None


def _tell(outcome: Outcome) -> None:
    for words, paths in (
        ("new", outcome.added),
        ("it was missing: here again", outcome.missing),
        ("a new text, for you had not touched it", outcome.renewed),
        ("kept as you wrote it", outcome.kept),
        ("no exercise any more; your file stays", outcome.gone),
    ):
        for path in paths:
            typer.echo(f"{path}: {words}")
    if outcome.kept:
        typer.echo("What you keep has another stub now: `kata reset` brings it, and keeps yours beside it.")
    for note in outcome.notes:
        typer.echo(note)
