"""Makes the stubs of a student's own variant, as files to hand out."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.learner import stubs
from keraskata.source.python_text import decoded
from keraskata.source.writing import write_whole


def texts(kit: Kit, exercises: list[Exercise]) -> dict[Exercise, str]:
    """Return the stub of each exercise, as the kit has it. Raises CurriculumError, NoText."""
    return {exercise: decoded(stubs.text(kit, exercise)) for exercise in exercises}


def files(given: Mapping[Exercise, str], variant: int) -> dict[str, bytes]:
    """Return the stubs of a variant, by their places in a student's folder."""
    return {f"{each.id}.py": each.of(variant).stub(text).encode() for each, text in given.items()}


def folders(out: Path, everyone: Mapping[str, int]) -> dict[str, Path]:
    """Return the folder of each student within `out`. Raises CurriculumError where a name can be none."""
    for name in everyone:
        if name.startswith(".") or Path(name).name != name:
            raise CurriculumError(
                f"{name} cannot be the name of a folder: give this student another one in the roster."
            )
    return {name: out / name for name in everyone}


def write(folder: Path, made: Mapping[str, bytes]) -> Iterator[Path]:
    """Write what is not there yet; yield the files that are there with something else, and stay. Raises OSError."""
    for name, content in made.items():
        place = folder / name
        if not place.exists():
            write_whole(place, content)
        elif place.read_bytes() != content:
            yield place
