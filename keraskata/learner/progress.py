"""Finds out how far a learner is, from the known verdicts on the files in exercises/."""

from pathlib import Path

from keraskata.curriculum import Exercise, Kit
from keraskata.learner import memory
from keraskata.results import Result
from keraskata.terms import WATCHED
from keraskata.verdicts import cache, finished


def known(kit: Kit, exercise: Exercise, seed: int = 0) -> Result | None:
    """Return the verdict on the learner's file as it is now; None if it was never graded, or was changed since.

    A file that had all points with an earlier engine still has them, as a Finished.
    """
    path = kit.stub(exercise)
    text = cache.content(path)
    checks = cache.load(kit, exercise, text, seed) or cache.load(kit, exercise, text, seed, WATCHED)
    if checks:
        most = sum(check.max_points for check in checks)
        return Result(exercise.id, str(path), checks, most, exercise.graded(text))
    return finished.load(kit, exercise, text)


def next_open(kit: Kit, after: str, seed: int = 0) -> Path | None:
    """Return the file of the first exercise after `after` ("section/exercise") that is not known to be done."""
    order = list(kit.exercises)
    for name in order[order.index(after) + 1 :]:
        exercise = kit.exercises[name]
        result = known(kit, exercise, seed)
        if not (result and result.done):
            return kit.stub(exercise)
    return None


def first_open(kit: Kit, section: str = "", at: str = "") -> Exercise:
    """Return the first exercise that is not known to be done, in a section or in all; the last if none is open.

    The search begins at the exercise `at`, if that is one of them, and continues from the start after the last.
    """
    exercises = kit.exercises_of([section]) if section else list(kit.exercises.values())
    here = next((place for place, exercise in enumerate(exercises) if exercise.id == at), 0)
    order = exercises[here:] + exercises[:here]
    return next((e for e in order if not ((result := known(kit, e)) and result.done)), exercises[-1])


def named(kit: Kit, name: str) -> Exercise:
    """Return the exercise of this name, the first open one of a section, or without a name the one at hand.

    Raises CurriculumError with the nearest names.
    """
    section = kit.section(name)
    return kit.find(name) if name and not section else first_open(kit, section, memory.load(kit).at)


def everything(kit: Kit) -> dict[str, Result]:
    """Return the known verdicts, by exercise."""
    return {name: result for name, exercise in kit.exercises.items() if (result := known(kit, exercise))}
