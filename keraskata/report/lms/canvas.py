"""Grades as Canvas takes them: an assignment for each section, a row for each student."""

from collections.abc import Iterator, Sequence

from keraskata.report.lms.form import Form, People, Row, cells
from keraskata.report.lms.grades import Grades

_LAST = "Section"  # the last column of a student's own in Canvas' gradebook, before the assignments


def _rows(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    """Canvas tells by the place of the columns what they are, so those of a roster stay as they were."""
    own = columns[: columns.index(_LAST) + 1]
    yield [*own, *grades.worth]
    yield ["    Points Possible", *[""] * (len(own) - 1), *grades.worth.values()]
    for student, person in people.items():
        points = grades.students[student]
        yield [*cells(person, own), *(points.get(section, "") for section in grades.worth)]


FORM = Form(
    title="Canvas",
    known_by=("SIS Login ID", "SIS User ID", "ID"),
    columns=("Student", "ID", "SIS User ID", "SIS Login ID", _LAST),
    needs=("ID", _LAST),
    rows=_rows,
)
