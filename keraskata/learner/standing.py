"""Where a learner stands while they work: the verdicts that are known, and what to say when a section is done."""

from collections.abc import Iterable

from keraskata.curriculum import Exercise, Kit
from keraskata.learner import milestones, progress
from keraskata.results import Result


class Standing:
    """The verdicts on the learner's files as they are now, by exercise, in `results`."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.results: dict[str, Result] = progress.everything(kit)
        milestones.begin(kit, self.results)

    def look_again(self, changed: Iterable[Exercise]) -> None:
        """Find out about files that changed: each has the verdict on what it is now, or none."""
        for exercise in changed:
            self.drop(exercise)
            if result := progress.known(self._kit, exercise):
                self.results[exercise.id] = result

    def catch_up(self) -> None:
        """Take what was found out elsewhere meanwhile, such as in another terminal."""
        self.results |= progress.everything(self._kit)

    def put(self, result: Result) -> list[str]:
        """Take a verdict, and return lines for the learner if it is the last that their section waited for."""
        before = self.done(self._kit.exercises[result.exercise])
        self.results[result.exercise] = result
        return [] if before else milestones.reached(self._kit, self.results, result)

    def drop(self, exercise: Exercise) -> None:
        """Forget the verdict on an exercise: its file has none as it is now."""
        self.results.pop(exercise.id, None)

    def done(self, exercise: Exercise) -> bool:
        """Return whether an exercise has all its points."""
        return exercise.id in self.results and self.results[exercise.id].done

    def next_open(self, after: Exercise) -> Exercise | None:
        """Return the next exercise that is not done, after the last one from the beginning; None if no other is."""
        order = list(self._kit.exercises.values())
        here = order.index(after)
        return next((each for each in (*order[here + 1 :], *order[:here]) if not self.done(each)), None)

    def summary(self) -> str:
        """Return how far the learner is in all exercises, in one line."""
        done = sum(result.done for result in self.results.values())
        points = sum(result.points for result in self.results.values())
        new = milestones.since_yesterday(self._kit, self.results)
        told = f" ({new} new)" if new else ""
        return f"{done} of {len(self._kit.exercises)} exercises done{told}, {points} points"

    def section(self, of: Exercise) -> tuple[int, int]:
        """Return how many exercises of the same section are done, and of how many."""
        return milestones.done_in(self._kit, self.results, of.section)
