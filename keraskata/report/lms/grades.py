"""The grades of a class: for each student the points in each section."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from keraskata.report import counting
from keraskata.report.counting import Number


class ExportFailed(Exception):
    """The grades cannot be exported; the message says why, and what to do."""


@dataclass(frozen=True)
class Grades:
    """For each student the points that count in each graded section; `worth` has the most points of each section.

    `earned` are the points of each student before something was taken off for being late, and `due` says how late each
    section was, as its record does; `late` says the same in words, of those for whom there is something to say. All
    are points of the course, but `checked`: the most that the checks of each section give.
    """

    students: dict[str, dict[str, Number]] = field(default_factory=dict)
    worth: dict[str, Number] = field(default_factory=dict)
    checked: dict[str, Number] = field(default_factory=dict)
    earned: dict[str, dict[str, Number]] = field(default_factory=dict)
    due: dict[str, dict[str, Mapping[str, Any]]] = field(default_factory=dict)
    late: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> "Grades":
        """Add up the grades in the records of a class. Raises ExportFailed if the records do not agree."""
        grades = cls()
        for record in records:
            student = record["submission"]["student"]
            grades._agree(grades.checked, student, {each["id"]: each["max_points"] for each in record["exercises"]})
            grades._agree(grades.worth, student, counting.most(record))
            earned = grades.earned[student] = _by_section(counting.earned(record))
            off = _by_section(counting.taken_off(record))
            grades.students[student] = {name: counting.number(points - off[name]) for name, points in earned.items()}
            grades._add_late(student, record)
        return grades

    def _agree(self, worth: dict[str, Number], student: str, points: Mapping[str, Number]) -> None:
        for section, most in _by_section(points).items():
            if worth.setdefault(section, most) != most:
                raise ExportFailed(
                    f"{section} is worth {most} points for {student}, and {worth[section]} for others: "
                    "grade the whole class again, with the same graders."
                )

    def fill(self, missing: Iterable[str]) -> None:
        """Give zeros to the students who handed in nothing, and for each section that a student did not hand in."""
        for student in (*self.students, *missing):
            zeros: dict[str, Number] = dict.fromkeys(self.worth, 0)
            self.students[student] = zeros | self.students.get(student, {})
            self.earned[student] = zeros | self.earned.get(student, {})

    def _add_late(self, student: str, record: Mapping[str, Any]) -> None:
        points, said = counting.earned(record), []
        for run in counting.runs(record):
            self.due.setdefault(student, {}).update({_section(name): run["late"] for name in run["exercises"]})
            said.append(counting.words(run["late"], counting.number(sum(points[name] for name in run["exercises"]))))
        if any(said):
            self.late[student] = "; ".join(filter(None, said))


def _section(exercise: str) -> str:
    return exercise.partition("/")[0]


def _by_section(points: Mapping[str, Number]) -> dict[str, Number]:
    sums: dict[str, Number] = {}
    for name, value in points.items():
        sums[_section(name)] = counting.number(sums.get(_section(name), 0) + value)
    return sums
