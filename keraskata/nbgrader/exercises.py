"""Which exercise of the kit a notebook of an assignment is, whatever the instructor calls both."""

from contextlib import suppress
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

from keraskata.curriculum import default_root, load
from keraskata.nbgrader import notebooks as reader
from keraskata.source.notebook import NoNotebook


def exercise_of(course: CourseDirectory, assignment: str, notebook: str) -> str:
    """Return the exercise that the source notebook says it is, or else the one of this name; "" if there is none."""
    exercises, said = load(default_root()).exercises, ""
    with suppress(NoNotebook):
        said = reader.read(source_of(course, assignment) / f"{notebook}.ipynb").exercise
    return next((name for name in (said, f"{assignment}/{notebook}") if name in exercises), "")


def notebooks_of(course: CourseDirectory, assignment: str) -> dict[str, str]:
    """Return the name of each notebook of an assignment, by its exercise or, for the instructor's own, by its place."""
    section = [each.name for each in load(default_root()).exercises.values() if each.section == assignment]
    names = sorted(place.stem for place in source_of(course, assignment).glob("*.ipynb")) or section
    return {exercise_of(course, assignment, name) or f"{assignment}/{name}": name for name in names}


def has_own(course: CourseDirectory, assignment: str) -> bool:
    """Return whether a notebook of the assignment is the instructor's own, and no exercise of the kit."""
    names = (place.stem for place in source_of(course, assignment).glob("*.ipynb"))
    return not all(exercise_of(course, assignment, name) for name in names)


def source_of(course: CourseDirectory, assignment: str) -> Path:
    """Return the folder of an assignment's source notebooks."""
    return Path(course.format_path(course.source_directory, ".", assignment))
