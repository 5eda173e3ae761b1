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
    are points of the course, but `checked`: the most that the checks of each section give. `absent` are exercises of a
    section that a student was not graded in, as who handed in nothing of a second run: they give no points.
    """

    students: dict[str, dict[str, Number]] = field(default_factory=dict)
    worth: dict[str, Number] = field(default_factory=dict)
    checked: dict[str, Number] = field(default_factory=dict)
    earned: dict[str, dict[str, Number]] = field(default_factory=dict)
    due: dict[str, dict[str, Mapping[str, Any]]] = field(default_factory=dict)
    late: dict[str, str] = field(default_factory=dict)
    absent: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> "Grades":
        """Add up the grades in the records of a class. Raises ExportFailed if the records do not agree."""
        grades, checked, worth = cls(), dict[str, Number](), dict[str, Number]()
        graded: dict[str, set[str]] = {}
        for record in records:
            student = record["submission"]["student"]
            graded[student] = {each["id"] for each in record["exercises"]}
            _agree(checked, student, {each["id"]: each["max_points"] for each in record["exercises"]})
            _agree(worth, student, counting.most(record))
            earned = grades.earned[student] = _by_section(counting.earned(record))
            off = _by_section(counting.taken_off(record))
            grades.students[student] = {name: counting.number(points - off[name]) for name, points in earned.items()}
            grades._add_late(student, record)
        grades.checked.update(_by_section(checked))
        grades.worth.update(_by_section(worth))
        for student, names in graded.items():
            own = grades.students[student]
            if absent := [name for name in worth if name not in names and _section(name) in own]:
                grades.absent[student] = absent
        return grades

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


def _agree(worth: dict[str, Number], student: str, points: Mapping[str, Number]) -> None:
    for exercise, most in points.items():
        if worth.setdefault(exercise, most) != most:
            raise ExportFailed(
                f"{exercise} is worth {most} points for {student}, and {worth[exercise]} for others: "
                "grade the whole class again, with the same graders."
            )


def _section(exercise: str) -> str:
    return exercise.partition("/")[0]


def _by_section(points: Mapping[str, Number]) -> dict[str, Number]:
    sums: dict[str, Number] = {}
    for name, value in points.items():
        sums[_section(name)] = counting.number(sums.get(_section(name), 0) + value)
    return sums
