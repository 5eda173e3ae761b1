"""The learner's page: score and progress, every check with its feedback, and pictures of what the code did."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from keraskata import __version__
from keraskata.backend.choice import backend
from keraskata.curriculum import Exercise, Kit
from keraskata.report.html import template
from keraskata.results import Result

PLACE = ".kata/report.html"


@dataclass(frozen=True)
class Section:
    """A section of the curriculum with its exercises; an exercise that is not graded has None."""

    id: str
    title: str
    exercises: list[tuple[Exercise, Result | None]]

    @property
    def graded(self) -> list[Result]:
        return [result for _, result in self.exercises if result]

    @property
    def done(self) -> int:
        return sum(result.done for result in self.graded)

    @property
    def points(self) -> int:
        return sum(result.points for result in self.graded)

    @property
    def max_points(self) -> int:
        return sum(result.max_points for result in self.graded)

    @property
    def percent(self) -> int:
        """The progress in percent: each exercise counts the same, for the points of an open one may be unknown."""
        shares = [result.points / max(result.max_points, 1) for result in self.graded]
        return round(100 * sum(shares) / max(len(self.exercises), 1))


def page(kit: Kit, results: Mapping[str, Result], given_up: Collection[str] = ()) -> str:
    """Make one file of HTML that needs no other file; `results` are the known verdicts by exercise.

    `given_up` are the exercises whose solution was shown before they passed.
    """
    sections = [
        Section(name, title, [(e, results.get(e.id)) for e in kit.exercises_of([name])])
        for name, title in kit.sections.items()
    ]
    following = next((e for e in kit.exercises.values() if not (e.id in results and results[e.id].done)), None)
    return template("page.html.j2").render(
        sections=sections,
        following=following,
        given_up=given_up,
        points=sum(section.points for section in sections),
        max_points=sum(section.max_points for section in sections),
        done=sum(section.done for section in sections),
        exercises=len(kit.exercises),
        unknown=len(kit.exercises) - len(results),
        version=__version__,
        backend=backend(),
    )
