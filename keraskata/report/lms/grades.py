"""The grades of a class: for each student the points in each section."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from keraskata.report import late


class ExportFailed(Exception):
    """The grades cannot be exported; the message says why, and what to do."""


@dataclass(frozen=True)
class Grades:
    """For each student the points that count in each graded section; `worth` has the most points of each section.

    `earned` are the points of each student before something was taken off for being late, and `due` says how late each
    section was, as its record does; `late` says the same in words, of those for whom there is something to say.
    """

    students: dict[str, dict[str, int | float]]
    worth: dict[str, int]
    earned: dict[str, dict[str, int]] = field(default_factory=dict)
    due: dict[str, dict[str, Mapping[str, Any]]] = field(default_factory=dict)
    late: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> "Grades":
        """Add up the grades in the records of a class. Raises ExportFailed if the records do not agree."""
        grades = cls({}, {})
        worth = grades.worth
        for record in records:
            student = record["submission"]["student"]
            points = grades.earned[student] = _sums(record["exercises"], "points")
            most = _sums(record["exercises"], "max_points")
            grades._add_late(student, record)
            for section in points:
                if worth.setdefault(section, most[section]) != most[section]:
                    raise ExportFailed(
                        f"{section} is worth {most[section]} points for {student}, and {worth[section]} for others: "
                        "grade the whole class again, with the same graders."
                    )
        return grades

    def fill(self, missing: Iterable[str]) -> None:
        """Give zeros to the students who handed in nothing, and for each section that a student did not hand in."""
        for student in (*self.students, *missing):
            zeros = dict.fromkeys(self.worth, 0)
            self.students[student] = zeros | self.students.get(student, {})
            self.earned[student] = zeros | self.earned.get(student, {})

    def _add_late(self, student: str, record: Mapping[str, Any]) -> None:
        off: dict[str, float] = {}
        for name, points in late.taken_off(record).items():
            off[_section(name)] = off.get(_section(name), 0) + points
        earned = self.earned[student]
        self.students[student] = {name: late.number(points - off[name]) for name, points in earned.items()}
        said = []
        for run in late.runs(record):
            self.due.setdefault(student, {}).update({_section(name): run["late"] for name in run["exercises"]})
            points = sum(each["points"] for each in record["exercises"] if each["id"] in run["exercises"])
            said.append(late.words(run["late"], points))
        if any(said):
            self.late[student] = "; ".join(filter(None, said))


def _section(exercise: str) -> str:
    return exercise.partition("/")[0]


def _sums(exercises: Iterable[Mapping[str, Any]], what: str) -> dict[str, int]:
    sums: dict[str, int] = {}
    for exercise in exercises:
        section = _section(exercise["id"])
        sums[section] = sums.get(section, 0) + exercise[what]
    return sums
