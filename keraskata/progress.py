"""How far a learner is: what the verdicts that are known say of the files in exercises/."""

from pathlib import Path

from keraskata import cache
from keraskata.curriculum import Exercise, Kit
from keraskata.results import Result


def known(kit: Kit, exercise: Exercise, seed: int = 0) -> Result | None:
    """The verdict on the learner's file as it is now; None where it was never graded, or was changed since."""
    path = kit.stub(exercise)
    checks = cache.load(kit, exercise, cache.content(path), seed)
    return Result(exercise.id, str(path), checks, sum(check.max_points for check in checks)) if checks else None


def next_open(kit: Kit, after: str, seed: int = 0) -> Path | None:
    """The file of the first exercise behind `after`, "section/exercise", that is not known to be done."""
    order = list(kit.exercises)
    for name in order[order.index(after) + 1 :]:
        exercise = kit.exercises[name]
        result = known(kit, exercise, seed)
        if not (result and result.done):
            return kit.stub(exercise)
    return None
