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
    """Return the error for a path where nothing is, with what its name is nearest to: a file beside it, an exercise."""
    beside = [place.name for place in path.parent.iterdir()] if path.parent.is_dir() else []
    if found := get_close_matches(path.name, beside, n=1):
        advice = f"Did you mean {near(path.parent / found[0])}?"
    else:
        try:
            advice = f"Did you mean {near(kit.stub(kit.find(path.name)))}?"
        except CurriculumError as error:
            advice = str(error)
    return CurriculumError(f"There is nothing at {near(path)}. {advice}")
