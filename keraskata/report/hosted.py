"""One submission as a host shows it, in no host's form yet: what each check is worth there, and what was earned."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from keraskata.report import counting
from keraskata.report.counting import Number
from keraskata.results import CheckResult, Result

UNGRADED = "This could not be graded: {why}\nPlease tell your instructor."


class Test(NamedTuple):
    """A check that a student may see, in points of the course."""

    exercise: str
    check: CheckResult
    points: Number
    most: Number

    @property
    def passed(self) -> bool:
        return self.check.outcome == "passed"


@dataclass(frozen=True)
class Hosted:
    """The results of a submission; `said` is the message about the whole of it, "" for none.

    `worth` says what the course gives for an exercise, if not the points of its checks.
    """

    results: Sequence[Result]
    said: str = ""
    worth: Mapping[str, int] = field(default_factory=dict)

    @property
    def points(self) -> Number:
        """The points of the course that were earned."""
        found = [(each, self._given(each)) for each in self.results if each.max_points]
        return counting.number(sum(counting.part(each.points, each.max_points, given) for each, given in found))

    @property
    def most(self) -> Number:
        """The most points that there are."""
        return sum(map(self._given, self.results))

    @property
    def message(self) -> str:
        """The score, and the message about the whole submission."""
        return "\n".join(filter(None, [f"{self.points} of {self.most} points.", self.said]))

    def tests(self) -> Iterator[Test]:
        """Yield what a student may see."""
        for result in self.results:
            checks = result.for_learners
            parts = counting.parts(self._given(result), [check.max_points for check in checks])
            for check, part in zip(checks, parts, strict=True):
                points = counting.part(check.points, check.max_points, part) if check.max_points else 0
                yield Test(result.exercise, check, points, part)

    def _given(self, result: Result) -> int:
        return self.worth.get(result.exercise, result.max_points)
