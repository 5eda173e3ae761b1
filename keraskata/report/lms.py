"""Grades as Canvas, Moodle and nbgrader take them: an assignment for each section, a row for each student."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = list[str | int | float]
People = Mapping[str, Mapping[str, str]]  # for each student, what stands in the columns of a roster


class ExportFailed(Exception):
    """The grades cannot be brought into the form; the message says why, and what to do."""


@dataclass(frozen=True)
class Grades:
    """For each student the points in each section that was graded, and what each section is worth."""

    students: dict[str, dict[str, int]]
    worth: dict[str, int]

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> "Grades":
        """The grades in the records of a class. Raises ExportFailed where they are not of one kind."""
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


@dataclass(frozen=True)
class Form:
    """What a place wants: the columns that it knows a student by, those that a file has where there is no roster, those
    that a roster has to have, and how rows are made of grades, students and columns.
    """

    known_by: tuple[str, ...]
    columns: tuple[str, ...]
    needs: tuple[str, ...]
    rows: Callable[[Grades, People, Sequence[str]], Iterator[Row]]

    def stranger(self, student: str) -> dict[str, str]:
        """A student of whom nothing is known but the name of the folder."""
        return {self.known_by[0]: student, self.columns[0]: student}


class Roster:
    """The students of a course, as the place that the grades go to has exported them. Raises ExportFailed, OSError."""

    def __init__(self, file: Path, form: Form) -> None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise ExportFailed(f"{file} is not UTF-8: export it again as CSV, in that encoding.") from None
        header = text.partition("\n")[0]
        rows = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=header.count), restval="")
        self.columns = [column.strip() for column in rows.fieldnames or ()]
        rows.fieldnames = self.columns
        known_by = [column for column in form.known_by if column in self.columns]
        if not known_by:
            raise ExportFailed(f"{file} has none of the columns {', '.join(form.known_by)}.")
        for column in form.needs:
            if column not in self.columns:
                raise ExportFailed(f"{file} has no column {column}.")
        self._rows: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            for name in {row[column].strip().casefold() for column in known_by} - {""}:
                self._rows.setdefault(name, []).append(row)

    def find(self, students: Iterable[str]) -> dict[str, dict[str, str]]:
        """The rows of those students who are in the roster. Raises ExportFailed where two are mixed up."""
        found: dict[str, dict[str, str]] = {}
        for student in students:
            rows = self._rows.get(student.casefold(), [])
            if len(rows) > 1:
                raise ExportFailed(f"{student} stands for {len(rows)} students in the roster.")
            twin = next((other for other, theirs in found.items() if theirs in rows), None)
            if twin:
                raise ExportFailed(f"{twin} and {student} are one student in the roster: remove the results of one.")
            found.update((student, row) for row in rows)
        return found


def _sums(exercises: Iterable[Mapping[str, Any]], what: str) -> dict[str, int]:
    sums: dict[str, int] = {}
    for exercise in exercises:
        section = exercise["id"].partition("/")[0]
        sums[section] = sums.get(section, 0) + exercise[what]
    return sums


_LAST = "Section"  # the last column of a student's own in Canvas' gradebook, before the assignments


def _canvas(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    """Canvas tells by the place of the columns what they are, so those of a roster stay as they were."""
    own = columns[: columns.index(_LAST) + 1]
    yield [*own, *grades.worth]
    yield ["    Points Possible", *[""] * (len(own) - 1), *grades.worth.values()]
    for student, person in people.items():
        points = grades.students[student]
        yield [*_own(person, own), *(points.get(section, "") for section in grades.worth)]


def _moodle(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    own = [column for column in columns if column in (*MOODLE.known_by, "First name", "Last name", "Surname")]
    yield [*own, *grades.worth]
    for student, person in people.items():
        points = grades.students[student]
        yield [*_own(person, own), *(points.get(section, "") for section in grades.worth)]


def _nbgrader(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    """As `nbgrader export` writes them, which has no time for what was handed in outside of it."""
    yield [
        *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
        *("raw_score", "late_submission_penalty", "score", "max_score"),
    ]
    for section, most in grades.worth.items():
        for student, person in people.items():
            if section in grades.students[student]:
                points = float(grades.students[student][section])
                own = _own(person, ("id", "last_name", "first_name", "email"))
                yield [section, "", "", *own, points, 0.0, points, float(most)]


def _own(person: Mapping[str, str], columns: Iterable[str]) -> Row:
    return [person.get(column, "") for column in columns]


CANVAS = Form(
    known_by=("SIS Login ID", "SIS User ID", "ID"),
    columns=("Student", "ID", "SIS User ID", "SIS Login ID", _LAST),
    needs=("ID", _LAST),
    rows=_canvas,
)
MOODLE = Form(known_by=("Username", "ID number", "Email address"), columns=("Username",), needs=(), rows=_moodle)
NBGRADER = Form(known_by=("id",), columns=("id",), needs=(), rows=_nbgrader)
FORMS = {"canvas": CANVAS, "moodle": MOODLE, "nbgrader": NBGRADER}
