"""Grades for Canvas: an assignment for each section, a row for each student."""

from collections.abc import Iterator, Mapping, Sequence

from keraskata.report.lms.form import Form, People, Row, cells
from keraskata.report.lms.grades import Grades

_LAST = "Section"  # in Canvas' gradebook the last column about the student, before the assignments


def _rows(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    """Make the rows; Canvas identifies columns by their order, so the columns of a roster stay as they were."""
    own = columns[: columns.index(_LAST) + 1]
    yield [*own, *grades.worth]
    yield ["    Points Possible", *[""] * (len(own) - 1), *grades.worth.values()]
    for student, person in people.items():
        points = grades.students[student]
        yield [*cells(person, own), *(points.get(section, "") for section in grades.worth)]


def _is_nobody(row: Mapping[str, str]) -> bool:
    """Return whether a row is that of the test student, whom Canvas makes for an instructor's "Student View"."""
    return row.get("Student", "").strip() == "Student, Test" and not row.get("SIS User ID", "").strip()


FORM = Form(
    title="Canvas",
    known_by=("SIS Login ID", "SIS User ID", "ID"),
    columns=("Student", "ID", "SIS User ID", "SIS Login ID", _LAST),
    needs=("ID", _LAST),
    numbers=("ID", "SIS User ID"),
    rows=_rows,
    is_nobody=_is_nobody,
)
