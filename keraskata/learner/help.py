"""Help for learners who are stuck, and for those who are done: hints, the stub again, the reference."""

from keraskata.curriculum import Exercise, Kit
from keraskata.learner import memory, progress, stubs
from keraskata.report.text import near

TITLES = ("a nudge", "the idea", "nearly the code")


def bring_back(kit: Kit, exercise: Exercise) -> str:
    """Bring an exercise's stub back; gives a sentence on its file. Raises CurriculumError and OSError."""
    place = kit.stub(exercise)
    if stubs.is_stub(kit, exercise):
        return f"{near(place)} is the stub already."
    kept = stubs.bring_back(kit, exercise)
    return f"{near(place)} is the stub again{f'; what it was is kept as {near(kept)}' if kept else ''}."


def missing(kit: Kit, exercise: Exercise) -> str:
    """What is still to be done before the exercise is known to pass; "" where nothing is."""
    verdict = progress.known(kit, exercise)
    if verdict and verdict.done:
        return ""
    if verdict:
        return f"{exercise.id} has {verdict.points} of {verdict.max_points} points: first bring it to all of them."
    return f"{exercise.id} is not graded as it is now: first run pytest {near(kit.stub(exercise))}."


def forgotten(kit: Kit) -> str:
    """A sentence where what was shown cannot be remembered, with the reason; "" where it is."""
    why = memory.unwritten(kit)
    return f"That this was shown cannot be remembered: {kit.memory / memory.PLACE}: {why}." if why else ""
