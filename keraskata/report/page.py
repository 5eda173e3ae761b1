"""A learner's page: score and progress, every check with its feedback, and pictures of what the code did.

`page` is for learners about their own files, `student_page` for an instructor who hands it back.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

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


def page(kit: Kit, results: Mapping[str, Result], given_up: Collection[str] = (), section: str = "") -> str:
    """Make one file of HTML that needs no other file; `results` are the known verdicts by exercise.

    `given_up` are the exercises whose solution was shown before they passed. With `section` it is on that one alone.
    """
    exercises = kit.exercises_of([section]) if section else list(kit.exercises.values())
    following = next((e for e in exercises if not (e.id in results and results[e.id].done)), None)
    return _page(
        [(exercise, results.get(exercise.id)) for exercise in exercises],
        kit.sections,
        {following},
        backend(),
        given_up=given_up,
        only=kit.sections.get(section, ""),
    )


def write(kit: Kit, results: Mapping[str, Result], given_up: Collection[str]) -> Path:
    """Write that page to its place in the learner's folder, and return the place. Raises OSError."""
    place = kit.root / PLACE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(page(kit, results, given_up), encoding="utf-8")
    return place


def student_page(
    kit: Kit, student: str, results: Mapping[str, Result], backend: str, unread: str = "", counts: Sequence[str] = ()
) -> str:
    """Make the page of one student's graded exercises. It needs no other file.

    `unread` says what could not be read, and `counts` how the grade came about.
    """
    graded = [(exercise, results[exercise.id]) for exercise in kit.exercises.values() if exercise.id in results]
    open_ones = {exercise for exercise, result in graded if not result.done}
    return _page(graded, kit.sections, open_ones, backend, student=student, unread=unread, counts=counts)


def _page(
    exercises: Sequence[tuple[Exercise, Result | None]],
    titles: Mapping[str, str],
    opened: Collection[Exercise | None],
    backend: str,
    **about: Any,
) -> str:
    sections = [
        Section(name, titles[name], list(inside))
        for name, inside in groupby(exercises, key=lambda pair: pair[0].section)
    ]
    return template("page.html.j2").render(
        sections=sections,
        opened=opened,
        points=sum(section.points for section in sections),
        max_points=sum(section.max_points for section in sections),
        done=sum(section.done for section in sections),
        exercises=len(exercises),
        unknown=sum(result is None for _, result in exercises),
        version=__version__,
        backend=backend,
        **about,
    )
