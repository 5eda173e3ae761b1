"""`kata update`: the newest stubs and engine, and every line of the learner's own stays."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from keraskata import __version__, git, stubs, workplace
from keraskata.curriculum import CurriculumError, Kit, learners_root, load
from keraskata.failing import plainly

NEWEST = "pipx upgrade keraskata (or: uv tool upgrade keraskata, or: pip install -U keraskata)"


@dataclass
class Outcome:
    """What an update did, by paths of exercises/: stubs that are new, work that was kept, and what it does not end."""

    renewed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
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

    with plainly(git.GitFailed):
        kit = load(learners_root())
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


def renew(kit: Kit) -> Outcome:
    """Bring the untouched stubs of a workplace to the text that the package has now. Raises OSError."""
    outcome, given = Outcome(), stubs.listed(kit)
    new = {name: stubs.text(kit, exercise) for name, exercise in kit.exercises.items()}
    exercise_texts(kit.root, new, given, outcome)
    digests = {name: stubs.digest(content) for name, content in new.items()}
    if digests != given or workplace.version_of(kit) != __version__:
        workplace.write_marker(kit.root, digests)
    outcome.notes.append(f"The exercises are those of keraskata {__version__}. The newest package: {NEWEST}.")
    return outcome


def exercise_texts(root: Path, new: dict[str, bytes], given: dict[str, str], outcome: Outcome) -> None:
    """Write the stubs that are new, wherever the file is missing or is the stub that was `given`. Raises OSError."""
    for name, content in new.items():
        path = f"exercises/{name}.py"
        place, wanted = root / path, stubs.digest(content)
        found = stubs.digest(place.read_bytes()) if place.exists() else None
        if found == wanted:
            continue
        if found is not None and found != given.get(name):
            if wanted != given.get(name):
                outcome.kept.append(path)
            continue
        stubs.write_whole(place, content)
        (outcome.added if found is None else outcome.renewed).append(path)
    outcome.gone += [path for n in given if n not in new and (root / (path := f"exercises/{n}.py")).exists()]


def _tell(outcome: Outcome) -> None:
    for words, paths in (
        ("new", outcome.added),
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
