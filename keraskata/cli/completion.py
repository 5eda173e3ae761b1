"""What a shell completes for `kata`: the names of exercises and of sections, as curriculum/ has them."""

from pathlib import Path
from typing import Annotated

import typer

from keraskata.curriculum import CurriculumError, Kit, default_root, load


def exercises(incomplete: str) -> list[str]:
    """The exercises that begin so, as SECTION/EXERCISE."""
    return [name for name in _kit().exercises if name.startswith(incomplete)]


def sections(incomplete: str) -> list[str]:
    """The sections that begin so."""
    return [name for name in _kit().sections if name.startswith(incomplete)]


def beginnings(incomplete: str) -> list[str]:
    """The sections that begin so, as SECTION/: an exercise that is new to one of them has no name yet."""
    return [f"{name}/" for name in sections(incomplete)]


def _kit() -> Kit:
    """The kit at hand; an empty one where it cannot be read, for it is the command that says why."""
    try:
        return load(default_root())
    except CurriculumError:
        return Kit(Path(), Path(), {}, {})


Named = Annotated[str, typer.Argument(metavar="SECTION/EXERCISE", autocompletion=exercises)]
