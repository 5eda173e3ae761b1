"""Help for learners who are stuck, and for those who are done: hints, the stub again, the reference.

What each of them is and does is here once; command line, watch screen and notebooks only lay it out.
"""

from dataclasses import dataclass

from keraskata.curriculum import STEPS, CurriculumError, Exercise, Kit
from keraskata.learner import memory, progress, stubs
from keraskata.report.text import near

_TITLES = ("a nudge", "the idea", "nearly the code")


class NoHints(CurriculumError):
    """The kit has no hints for an exercise."""


@dataclass(frozen=True)
class Hint:
    """One of an exercise's hints; `number` counts from 1 to `most`."""

    number: int
    title: str
    text: str
    most: int = len(STEPS)

    @property
    def last(self) -> bool:
        """Whether no hint comes after this one."""
        return self.number == self.most


def next_hints(kit: Kit, exercise: Exercise) -> list[Hint]:
    """Return the next of an exercise's hints, or all where all were seen, and remember it. Raises NoHints."""
    texts = kit.hints.get(exercise.id)
    if texts is None:
        raise NoHints(f"This kit has no hints for {exercise.id}.")
    return [Hint(step + 1, _TITLES[step], texts[step]) for step in memory.next_hints(kit, exercise)]


def bring_back(kit: Kit, exercise: Exercise) -> str:
    """Bring an exercise's stub back; returns a sentence on its file. Raises CurriculumError and OSError."""
    place = kit.stub(exercise)
    if stubs.is_stub(kit, exercise):
        return f"{near(place)} is the stub already."
    kept = stubs.bring_back(kit, exercise)
    return f"{near(place)} is the stub again{f'; what it was is kept as {near(kept)}' if kept else ''}."


def may_see_reference(kit: Kit, exercise: Exercise, done: bool, give_up: bool = False) -> bool:
    """Say whether a learner may see the reference: the exercise is `done`, or they give it up, now or earlier.

    What is given up is remembered.
    """
    if done or exercise.id in memory.load(kit).given_up:
        return True
    if give_up:
        memory.give_up(kit, exercise)
    return give_up


def missing(kit: Kit, exercise: Exercise) -> str:
    """Say what is still to be done before the exercise is known to pass; "" where nothing is."""
    verdict = progress.known(kit, exercise)
    if verdict and verdict.done:
        return ""
    if verdict:
        return f"{exercise.id} has {verdict.points} of {verdict.max_points} points: first bring it to all of them."
    return f"{exercise.id} is not graded as it is now: first run pytest {near(kit.stub(exercise))}."


def forgotten(kit: Kit) -> str:
    """Say that what was shown cannot be remembered, with the reason; "" where it is."""
    why = memory.unwritten(kit)
    return f"That this was shown cannot be remembered: {kit.memory / memory.PLACE}: {why}." if why else ""
