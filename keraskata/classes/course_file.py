"""The file of a course, `course.toml`: what its instructor decides about grades."""

import tomllib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from keraskata.classes.late import EXAMPLE, Policy, lateness
from keraskata.classes.own_variants import OwnVariants
from keraskata.curriculum import Exercise, Kit
from keraskata.printable import shown_name

_TIME = "a date, a time and a zone, such as 2026-12-05T23:59:00+01:00"

_COUNTS = 'such as ["s01_building_steps", "s03_binary_classification/sigmoid"]'
_POINTS = 'such as "s03_binary_classification/sigmoid" = 10'
_MOST_POINTS = 1_000_000


class BadCourse(Exception):
    """The file of a course, or an option in its place, is wrong; the message says what, and what to write."""


@dataclass(frozen=True)
class Course:
    """What a course decides.

    `counts` names the sections and exercises that count, () for all; `points` says what an exercise gives in place of
    the points of its checks. `due` is when work is due, `policy` what being late costs, and `extensions` who has until
    when in place of that. `variants` says who has which variant; without it, it is what each file says.
    """

    counts: tuple[str, ...] = ()
    points: Mapping[str, int] = field(default_factory=dict)
    due: datetime | None = None
    policy: Policy | None = None
    extensions: Mapping[str, datetime] = field(default_factory=dict)
    variants: OwnVariants | None = None

    @classmethod
    def read(cls, place: Path) -> "Course":
        """Read a course.toml. Raises BadCourse, OSError."""
        try:
            table = tomllib.loads(place.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            hint = "A time needs its seconds, or stands in quotes"
            raise BadCourse(f"{place} cannot be read: {error}. {hint}: {_TIME}.") from None
        try:
            return _course(table, place.parent)
        except BadCourse as error:
            raise BadCourse(f"{place}: {error}") from None

    def chosen(self, due: str, late: str) -> "Course":
        """Return the course with the options of a command, where they are given. Raises BadCourse."""
        found = self
        if due:
            found = replace(found, due=_time("--due", due))
        if late:
            found = replace(found, policy=_policy("--late", late))
        return _checked(found)

    def of(self, kit: Kit) -> "Course":
        """Return the course with exercises as the kit names them. Raises CurriculumError."""
        return replace(self, points={kit.find(name).id: points for name, points in self.points.items()})

    def exercises(self, kit: Kit, sections: list[str], exercises: list[str]) -> list[Exercise]:
        """Return the exercises that count, in the kit's order: those named, or else those of the file, or all.

        Raises CurriculumError.
        """
        if not sections and not exercises:
            sections = [name for name in self.counts if kit.section(name)]
            exercises = [name for name in self.counts if name not in sections]
        if not sections and not exercises:
            return list(kit.exercises.values())
        named = {exercise.id for exercise in kit.exercises_of(sections)} | {kit.find(name).id for name in exercises}
        return [exercise for name, exercise in kit.exercises.items() if name in named]

    def lateness(
        self, student: str, when: Mapping[str, str], others: Container[str], marked: str
    ) -> dict[str, Any] | None:
        """Return how late a student is (see `late.lateness`); None if nothing is due.

        `when` are the times of handing in by task; those of the tasks in `others` do not count.
        """
        if self.due is None:
            return None
        due = self.extensions.get(student, self.due)
        times = [text for task, text in when.items() if task not in others]
        return lateness(due, student in self.extensions, self.policy or Policy(), times, marked)

    def strangers(self, students: Container[str]) -> list[str]:
        """Return who has an extension and is none of `students`."""
        return [name for name in self.extensions if name not in students]


def _course(table: dict[str, Any], folder: Path) -> Course:
    known = ("exercises", "points", "due", "late", "extensions", "variants")
    if unknown := [name for name in table if name not in known]:
        raise BadCourse(f"unknown: {', '.join(unknown)}. It may have {', '.join(known)}.")
    counts, points, extensions = (table.get(name, {}) for name in ("exercises", "points", "extensions"))
    if "exercises" in table and not (isinstance(counts, list) and all(isinstance(name, str) for name in counts)):
        raise BadCourse(f"exercises should be a list of sections and exercises, {_COUNTS}.")
    if not isinstance(points, dict):
        raise BadCourse(f"[points] should be a table with a line for each exercise, {_POINTS}.")
    for name, value in points.items():
        if type(value) is not int or not 0 <= value <= _MOST_POINTS:
            raise BadCourse(f"the points of {name} should be a whole number, at least 0, {_POINTS}.")
    if not isinstance(extensions, dict):
        raise BadCourse(f"[extensions] should be a table with a line for each student: {_TIME}.")
    try:
        variants = OwnVariants.of(table["variants"], folder) if "variants" in table else None
    except ValueError as error:
        raise BadCourse(str(error)) from None
    return _checked(
        Course(
            tuple(counts),
            points,
            _time("`due`", table["due"]) if "due" in table else None,
            _policy("`late`", table["late"]) if "late" in table else None,
            {shown_name(name): _time(f"the extension of {name}", time) for name, time in extensions.items()},
            variants,
        )
    )


def _checked(course: Course) -> Course:
    asked: Iterable[tuple[str, Any]] = (("`late`", course.policy), ("[extensions]", course.extensions))
    for name, value in asked if course.due is None else ():
        if value:
            raise BadCourse(f"{name} needs `due`: {_TIME}.")
    for name, until in course.extensions.items():
        if course.due and until < course.due:
            raise BadCourse(f"the extension of {name} is before `due`, {course.due.isoformat()}.")
    return course


def _time(name: str, value: object) -> datetime:
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise BadCourse(f"{name} is {str(value)!r}: write {_TIME}.")
    return found


def _policy(name: str, value: object) -> Policy:
    try:
        return Policy.of(value)
    except ValueError:
        raise BadCourse(f'{name} is {value!r}: write it like "{EXAMPLE}", or with "an hour".') from None
