"""Completes the names of exercises and sections in a shell, from curriculum/."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.curriculum import CurriculumError, Kit, default_root, load


def exercises(incomplete: str) -> list[str]:
    """Return the exercises whose SECTION/EXERCISE begins like this."""
    return [name for name in _kit().exercises if name.startswith(incomplete)]


def sections(incomplete: str) -> list[str]:
    """Return the sections that begin like this."""
    return [name for name in _kit().sections if name.startswith(incomplete)]


def chapters(incomplete: str) -> list[str]:
    """Return the sections and the exercises' names that begin like this."""
    short = [exercise.name for exercise in _kit().exercises.values()]
    return sections(incomplete) + [name for name in short if name.startswith(incomplete)]


def beginnings(incomplete: str) -> list[str]:
    """Return the sections that begin like this, as SECTION/: a new exercise in one of them has no name yet."""
    return [f"{name}/" for name in sections(incomplete)]


def _kit() -> Kit:
    """Return the kit at hand, or an empty one if it cannot be read: the command itself then says why."""
    try:
        return load(default_root())
    except CurriculumError:
        return Kit(Path(), Path(), {}, {})


Named = Annotated[str, typer.Argument(metavar="SECTION/EXERCISE", autocompletion=exercises)]
