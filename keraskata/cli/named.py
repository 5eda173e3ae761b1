"""What is named on the command line: exercises, and files; where there is no such thing, the nearest is said."""

from difflib import get_close_matches
from pathlib import Path

from keraskata.curriculum import CurriculumError, Exercise, Kit
from keraskata.report.text import near


def exercises(kit: Kit, names: list[str]) -> list[Exercise]:
    """Return the exercises of these names in their order; a section stands for all of its own.

    Raises CurriculumError with the nearest names.
    """
    return [each for name in names for each in (kit.exercises_of([name]) if kit.section(name) else [kit.find(name)])]


def nothing_at(kit: Kit, path: Path) -> CurriculumError:
    """Return the error for a file that is not there, with what its name is nearest to: one beside it, an exercise's."""
    beside = [place.name for place in path.parent.glob(f"*{path.suffix}")]
    found = [near(path.parent / name) for name in get_close_matches(path.name, beside, n=1)]
    names = {exercise.name: near(kit.stub(exercise)) for exercise in kit.exercises.values()}
    found = found or [names[name] for name in get_close_matches(path.stem, names, n=1)]
    advice = f" Did you mean {found[0]}?" if found else " `kata list` shows all exercises."
    return CurriculumError(f"There is nothing at {near(path)}.{advice}")
