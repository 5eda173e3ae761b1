"""Completes the names of exercises and sections in a shell, from curriculum/."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.curriculum import CurriculumError, Kit, default_root, load


def exercises(incomplete: str) -> list[str]:
    """Return the exercises whose SECTION/EXERCISE begins like this, or else the names alone that do."""
    names = list(_kit().exercises)
    return _beginning(names, incomplete) or _beginning([name.partition("/")[2] for name in names], incomplete)


def sections(incomplete: str) -> list[str]:
    """Return the sections that begin like this."""
    return _beginning(list(_kit().sections), incomplete)


def chapters(incomplete: str) -> list[str]:
    """Return the sections and the exercises' names that begin like this."""
    short = [exercise.name for exercise in _kit().exercises.values()]
    return sections(incomplete) + _beginning(short, incomplete)


def beginnings(incomplete: str) -> list[str]:
    """Return the sections that begin like this, as SECTION/: a new exercise in one of them has no name yet."""
    return [f"{name}/" for name in sections(incomplete)]


def _beginning(names: list[str], incomplete: str) -> list[str]:
    return [name for name in names if name.startswith(incomplete)]


def _kit() -> Kit:
    """Return the kit at hand, or an empty one if it cannot be read: the command itself then says why."""
    try:
        return load(default_root())
    except CurriculumError:
        return Kit(Path(), Path(), {}, {})


Named = Annotated[str, typer.Argument(metavar="SECTION/EXERCISE", autocompletion=exercises)]
