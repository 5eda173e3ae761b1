"""Helps learners who are stuck or done: hints, the original stub, the reference.

The rules are here once; command line, watch screen and notebooks only show the result.
"""

from dataclasses import dataclass

from keraskata.curriculum import STEPS, CurriculumError, Exercise, Kit
from keraskata.language import include, translated
from keraskata.learner import memory, progress, stubs
from keraskata.report.text import near

TITLES = ("a nudge", "the idea", "nearly the code")


class NoHints(CurriculumError):
    """The kit has no hints for an exercise."""


@dataclass(frozen=True)
class Hint:
    """A hint of an exercise; `number` counts from 1 to `most`."""

    number: int
    title: str
    text: str
    most: int = len(STEPS)

    @property
    def last(self) -> bool:
        """Whether no hint comes after this one."""
        return self.number == self.most


def all_hints(kit: Kit, exercise: Exercise) -> list[Hint]:
    """Return all hints of an exercise. Raises NoHints."""
    texts = kit.hints.get(exercise.id)
    if texts is None:
        raise NoHints(f"This kit has no hints for {exercise.id}.")
    include(kit.content)
    own = stubs.at_hand(kit, exercise)
    return [
        Hint(step + 1, translated(TITLES[step]), own.varied(translated(texts[step], f"{exercise.id} {STEPS[step]}")))
        for step in range(len(STEPS))
    ]


def next_hints(kit: Kit, exercise: Exercise) -> list[Hint]:
    """Return and remember the next hint of an exercise, or return all if all were seen. Raises NoHints."""
    every = all_hints(kit, exercise)
    return [every[step] for step in memory.next_hints(kit, exercise)]


def bring_back(kit: Kit, exercise: Exercise) -> str:
    """Bring an exercise's stub back, and return a sentence on its file. Raises CurriculumError and OSError."""
    place = kit.stub(exercise)
    if stubs.is_stub(kit, exercise):
        return f"{near(place)} is the stub already."
    kept = stubs.bring_back(kit, exercise)
    return f"{near(place)} is the stub again{f'; what it was is kept as {near(kept)}' if kept else ''}."


def may_see_reference(kit: Kit, exercise: Exercise, done: bool, give_up: bool = False) -> bool:
    """Return whether a learner may see the reference: the exercise is `done`, or they give it up, now or earlier.

    An exercise that they give up is remembered. Raises CurriculumError where the course keeps its solutions.
    """
    if not kit.has_solutions:
        raise CurriculumError(f"This course keeps its solutions: ask your instructor for that of {exercise.id}.")
    if done or exercise.id in memory.load(kit).given_up:
        return True
    if give_up:
        memory.give_up(kit, exercise)
    return give_up


def missing(kit: Kit, exercise: Exercise) -> str:
    """Return a sentence on what is left to do before the exercise is known to pass; "" for nothing."""
    verdict = progress.known(kit, exercise)
    if verdict and verdict.done:
        return ""
    if verdict:
        return f"{exercise.id} has {verdict.points} of {verdict.max_points} points: first bring it to all of them."
    return f"{exercise.id} is not graded as it is now: first run pytest {near(kit.stub(exercise))}."


def forgotten(kit: Kit) -> str:
    """Return a sentence on why it cannot be remembered that something was shown; "" if it was."""
    why = memory.unwritten(kit)
    return f"That this was shown cannot be remembered: {kit.memory / memory.PLACE}: {why}." if why else ""
