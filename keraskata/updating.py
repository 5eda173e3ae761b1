"""`kata update`: the newest stubs and engine, and every line of the learner's own stays."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from keraskata import __version__, git, stubs, workplace
from keraskata.curriculum import MANIFEST, WORKPLACE, CurriculumError, Kit, kit_root, learners_root, load
from keraskata.failing import plainly

NEWEST = "pipx upgrade keraskata (or: uv tool upgrade keraskata, or: pip install -U keraskata)"


@dataclass
class Outcome:
    """What an update did, by paths of exercises/: stubs that are new or were missing, and work that was kept."""

    renewed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def update(
    source: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="a newer copy, unpacked; only for a copy without git")
    ] = None,
) -> None:
    """Take the newest kit. What you have written stays as it is."""
    from keraskata import pulling, replacing  # at once: the files of the engine may be others in a moment

    with _again(), plainly(git.GitFailed):
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
    """The kit around the working folder. Another one, such as that of the engine, nobody asked to update."""
    if root := kit_root(Path.cwd()):
        return root
    learners_root()  # an installed engine has words of its own
    raise CurriculumError(
        f"There is no kit here to update: neither {MANIFEST} nor {WORKPLACE} is here or above. "
        "Go to the folder with your exercises, and run kata update there."
    )


@contextlib.contextmanager
def _again() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(
            "kata: Stopped before the end; nothing of yours is lost. kata update once more makes it whole.", err=True
        )
        raise typer.Exit(130) from None


def renew(kit: Kit) -> Outcome:
    """Bring the untouched stubs of a workplace to the text that the package has now. Raises OSError."""
    outcome, given = Outcome(), stubs.listed(kit)
    new = {name: stubs.text(kit, exercise) for name, exercise in kit.exercises.items()}
    for place, content in to_write(kit.root, new, given, outcome).items():
        stubs.write_whole(kit.root / place, content)  # each whole or not at all, and the same again if it is repeated
    digests = {name: stubs.digest(content) for name, content in new.items()}
    if digests != given or workplace.version_of(kit) != __version__:
        workplace.write_marker(kit.root, digests)
    outcome.notes.append(f"The exercises are those of keraskata {__version__}. The newest package: {NEWEST}.")
    return outcome


def to_write(root: Path, new: dict[str, bytes], given: dict[str, str], outcome: Outcome) -> dict[Path, bytes]:
    """Return the stubs that are new, wherever the file is missing or is the stub that was `given`.

    Raises CurriculumError where something else than a file is in the place of one.
    """
    texts = {}
    paths = {name: Path(f"exercises/{name}.py") for name in [*new, *given]}
    stubs.refuse_in_the_way(root, [stubs.in_the_way(root / paths[name]) for name in new])
    for name, content in new.items():
        place, wanted = root / paths[name], stubs.digest(content)
        found = stubs.digest(place.read_bytes()) if place.exists() else None
        if found == wanted:
            continue
        if found is not None and found != given.get(name):
            if wanted != given.get(name):
                outcome.kept.append(paths[name].as_posix())
            continue
        texts[paths[name]] = content
        how = outcome.renewed if found else outcome.missing if name in given else outcome.added
        how.append(paths[name].as_posix())
    outcome.gone += [paths[name].as_posix() for name in given if name not in new and (root / paths[name]).exists()]
    return texts


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
