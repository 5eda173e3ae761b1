"""The grades of a class: for each student the points in each section."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


class ExportFailed(Exception):
    """The grades cannot be exported; the message says why, and what to do."""


@dataclass(frozen=True)
class Grades:
    """For each student the points in each graded section; `worth` has the most points of each section."""

    students: dict[str, dict[str, int]]
    worth: dict[str, int]

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> "Grades":
        """Add up the grades in the records of a class. Raises ExportFailed if the records do not agree."""
        students: dict[str, dict[str, int]] = {}
        worth: dict[str, int] = {}
        for record in records:
            student = record["submission"]["student"]
            points = students[student] = _sums(record["exercises"], "points")
            most = _sums(record["exercises"], "max_points")
            for section in points:
                if worth.setdefault(section, most[section]) != most[section]:
                    raise ExportFailed(
                        f"{section} is worth {most[section]} points for {student}, and {worth[section]} for others: "
                        "grade the whole class again, with the same graders."
                    )
        return cls(students, worth)


def _sums(exercises: Iterable[Mapping[str, Any]], what: str) -> dict[str, int]:
    sums: dict[str, int] = {}
    for exercise in exercises:
        section = exercise["id"].partition("/")[0]
        sums[section] = sums.get(section, 0) + exercise[what]
    return sums
