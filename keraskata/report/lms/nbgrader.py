"""Grades as `nbgrader export` writes them: a row for each section of each student."""

from collections.abc import Iterator, Sequence

from keraskata.report.lms.form import Form, People, Row, cells
from keraskata.report.lms.grades import Grades


def _rows(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    """Make the rows; where nothing was due the dates stay empty, as in nbgrader for submissions from outside."""
    yield [
        *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
        *("raw_score", "late_submission_penalty", "score", "max_score"),
    ]
    for section, most in grades.worth.items():
        for student, person in people.items():
            if section in grades.students[student]:
                points, earned = grades.students[student][section], grades.earned[student][section]
                due = grades.due.get(student, {}).get(section, {})
                own = cells(person, ("id", "last_name", "first_name", "email"))
                yield [
                    *(section, due.get("due", ""), due.get("handed_in", ""), *own),
                    *(float(earned), round(float(earned - points), 2), float(points), float(most)),
                ]


FORM = Form(title="nbgrader", known_by=("id",), columns=("id",), needs=(), in_capitals=False, rows=_rows)
