"""The file of a course, `course.toml`: what its instructor decides about grades."""

import tomllib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from keraskata.classes.late import EXAMPLE, Policy, lateness
from keraskata.printable import shown_name

_TIME = "a date, a time and a zone, such as 2026-12-05T23:59:00+01:00"


class BadCourse(Exception):
    """The file of a course, or an option in its place, is wrong; the message says what, and what to write."""


@dataclass(frozen=True)
class Course:
    """What a course decides: when work is `due`, what being late costs, and who has until when in place of that."""

    due: datetime | None = None
    policy: Policy | None = None
    extensions: Mapping[str, datetime] = field(default_factory=dict)

    @classmethod
    def read(cls, place: Path) -> "Course":
        """Read a course.toml. Raises BadCourse, OSError."""
        try:
            table = tomllib.loads(place.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            hint = "A time needs its seconds, or stands in quotes"
            raise BadCourse(f"{place} cannot be read: {error}. {hint}: {_TIME}.") from None
        try:
            return _course(table)
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


def _course(table: dict[str, Any]) -> Course:
    known = ("due", "late", "extensions")
    if unknown := [name for name in table if name not in known]:
        raise BadCourse(f"unknown: {', '.join(unknown)}. It may have {', '.join(known)}.")
    extensions = table.get("extensions", {})
    if not isinstance(extensions, dict):
        raise BadCourse(f"[extensions] should be a table with a line for each student: {_TIME}.")
    return _checked(
        Course(
            _time("`due`", table["due"]) if "due" in table else None,
            _policy("`late`", table["late"]) if "late" in table else None,
            {shown_name(name): _time(f"the extension of {name}", time) for name, time in extensions.items()},
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
