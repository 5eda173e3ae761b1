"""Writes students' grades into nbgrader's gradebook, in bulk: through nbgrader's objects a student takes a second.

The rows are those that nbgrader's objects would make; tests/test_gradebook.py compares them.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from nbgrader.api import new_uuid
from sqlalchemy import Column, Connection, FromClause, Table, select

from keraskata.classes.gradebook_course import Notebook, notebooks_of
from keraskata.classes.gradebook_tables import (
    CELL,
    COMMENT,
    COURSE,
    DEFAULT_COURSE,
    GRADE,
    NOTEBOOK,
    STUDENT,
    SUBMISSION,
    SUBMITTED,
    add,
    change,
)
from keraskata.results import Result

Grades = Mapping[str, Sequence[Result]]  # the results of each student
_Key = tuple[str, str]  # two columns that no two rows have in common


def write(connection: Connection, grades: Grades, late: Mapping[str, int]) -> None:
    """Set the grades of some students, less so many percent; what the gradebook lacks is added. Commits nothing."""
    # Where the database has such locks, one run at a time: two would add the same exercises.
    connection.execute(select(COURSE.c.id).where(COURSE.c.id == DEFAULT_COURSE).with_for_update())
    notebooks = notebooks_of(connection, list(chain(*grades.values())))
    known = set(connection.scalars(select(STUDENT.c.id).where(STUDENT.c.id.in_(grades))))
    add(connection, STUDENT, [{"id": student} for student in grades if student not in known])
    rows = _Rows(notebooks)
    rows.read(connection, grades)
    for student, results in grades.items():
        rows.put(student, results, late.get(student))
    rows.write(connection)


class _Rows:
    """What some students have in the gradebook, and what is to be added and changed.

    Only the points of checks are changed: what people entered beside them stays.
    """

    def __init__(self, notebooks: dict[str, Notebook]) -> None:
        self._notebooks = notebooks
        self._submissions: dict[_Key, str] = {}  # by student and assignment
        self._submitted: dict[_Key, str] = {}  # submitted notebooks, by student and notebook
        self._before: dict[_Key, Sequence[Any]] = {}  # grades, by submitted notebook and cell
        self._points: dict[_Key, int | None] = {}  # the grades to write, by the same
        self._taken_off: dict[str, float | None] = {}  # for being late, by submitted notebook
        self._take_off: dict[str, float] = {}  # the same, to write
        self._new: dict[Table, list[dict[str, Any]]] = {SUBMISSION: [], SUBMITTED: [], COMMENT: []}

    def read(self, connection: Connection, students: Iterable[str]) -> None:
        """Find what these students have. The joins are outer ones, so that SQLite takes the tables in their order.

        Otherwise it would go through all grades: it has no index of the grades of a submitted notebook.
        """
        sections = {notebook.assignment for notebook in self._notebooks.values()}
        ours = SUBMISSION.c.student_id.in_(students) & SUBMISSION.c.assignment_id.in_(sections)
        notebooks = SUBMISSION.join(NOTEBOOK, NOTEBOOK.c.assignment_id == SUBMISSION.c.assignment_id)
        cells = notebooks.join(CELL, CELL.c.notebook_id == NOTEBOOK.c.id)
        submitted = (SUBMITTED.c.notebook_id == NOTEBOOK.c.id) & (SUBMITTED.c.assignment_id == SUBMISSION.c.id)
        graded = (GRADE.c.cell_id == CELL.c.id) & (GRADE.c.notebook_id == SUBMITTED.c.id)

        def found(tables: FromClause, *columns: Column[Any]) -> Sequence[Sequence[Any]]:
            return connection.execute(select(*columns).select_from(tables).where(ours)).all()

        student = SUBMISSION.c.student_id
        for name, section, number in found(SUBMISSION, student, SUBMISSION.c.assignment_id, SUBMISSION.c.id):
            self._submissions[name, section] = number
        for name, notebook, place, off in found(
            notebooks.outerjoin(SUBMITTED, submitted),
            *(student, NOTEBOOK.c.id, SUBMITTED.c.id, SUBMITTED.c.late_submission_penalty),
        ):
            if place is not None:
                self._submitted[name, notebook] = place
                self._taken_off[place] = off
        grade = GRADE.c.id, GRADE.c.auto_score, GRADE.c.needs_manual_grade
        for place, cell, *now in found(
            cells.outerjoin(SUBMITTED, submitted).outerjoin(GRADE, graded), SUBMITTED.c.id, CELL.c.id, *grade
        ):
            if now[0] is not None:
                self._before[place, cell] = now

    def put(self, student: str, results: Sequence[Result], percent: int | None) -> None:
        """Take the points of a student, of which so many percent are taken off; None leaves that as it is.

        Who has no submission of a section gets one with all notebooks of it, as nbgrader's `add_submission` does.
        """
        needed = [self._notebooks[result.exercise] for result in results]
        for section in dict.fromkeys(notebook.assignment for notebook in needed):
            if (student, section) not in self._submissions:
                number = self._submissions[student, section] = new_uuid()
                self._new[SUBMISSION].append({"id": number, "student_id": student, "assignment_id": section})
                needed += [notebook for notebook in self._notebooks.values() if notebook.assignment == section]
        for notebook in needed:
            if (student, notebook.id) not in self._submitted:
                self._submit(student, notebook)
        for result in results:
            notebook = self._notebooks[result.exercise]
            place = self._submitted[student, notebook.id]
            if percent is not None and (off := result.points * percent / 100) != (self._taken_off.get(place) or 0):
                self._take_off[place] = off
            for check in result.for_learners:
                key = place, notebook.cells["GradeCell", check.id]
                self._points[key] = check.points

    def write(self, connection: Connection) -> None:
        """Add what is new, and change the grades that are others now."""
        for table, rows in self._new.items():
            add(connection, table, rows)
        new, changed = [], []
        for key, points in self._points.items():
            values = {"auto_score": points, "needs_manual_grade": points is None}
            grade, *before = self._before.get(key, [None])
            if grade is None:
                new.append({"notebook_id": key[0], "cell_id": key[1], **values})
            elif before != [points, False]:
                changed.append({"which": grade, **values})
        add(connection, GRADE, new)
        change(connection, GRADE, changed)
        taken = [{"which": place, "late_submission_penalty": off} for place, off in self._take_off.items()]
        change(connection, SUBMITTED, taken)

    def _submit(self, student: str, notebook: Notebook) -> None:
        """Add a submitted notebook, with a grade and a comment for each cell that may have one."""
        place = self._submitted[student, notebook.id] = new_uuid()
        submission = self._submissions[student, notebook.assignment]
        self._new[SUBMITTED].append({"id": place, "assignment_id": submission, "notebook_id": notebook.id})
        self._points |= {(place, cell): None for cell in notebook.cells_of("GradeCell", "TaskCell")}
        comments = notebook.cells_of("SolutionCell", "TaskCell")
        self._new[COMMENT] += [{"notebook_id": place, "cell_id": cell} for cell in comments]
