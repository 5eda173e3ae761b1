"""nbgrader's own tables: made as nbgrader makes them, and their rows added and changed in bulk."""

from typing import Any

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from nbgrader import api
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Connection, Table, bindparam, insert, inspect, select, update

COURSE: Table = api.Course.__table__
STUDENT: Table = api.Student.__table__
ASSIGNMENT: Table = api.Assignment.__table__
NOTEBOOK: Table = api.Notebook.__table__
CELL: Table = api.BaseCell.__table__
GRADE_CELL: Table = api.GradeCell.__table__
SUBMISSION: Table = api.SubmittedAssignment.__table__
SUBMITTED: Table = api.SubmittedNotebook.__table__
GRADE: Table = api.Grade.__table__
COMMENT: Table = api.Comment.__table__

DEFAULT_COURSE = "default_course"  # nbgrader's name for a course, where its configuration gives none


def are_older(connection: Connection) -> bool:
    """Return whether a table in the database has not all of today's columns."""
    there = inspect(connection)
    return any(
        set(table.columns.keys()) - {column["name"] for column in there.get_columns(table.name)}
        for table in api.Base.metadata.tables.values()
        if there.has_table(table.name)
    )


def make(connection: Connection) -> None:
    """Make the tables that are missing, without the process that nbgrader starts to set their version.

    This process takes two seconds, and calls alembic by a name that is not on every PATH.
    """
    empty = not inspect(connection).get_table_names()
    api.Base.metadata.create_all(connection)
    if empty:
        MigrationContext.configure(connection).stamp(ScriptDirectory(ALEMBIC_DIR), "head")
    if DEFAULT_COURSE not in connection.scalars(select(COURSE.c.id)).all():
        add(connection, COURSE, [{"id": DEFAULT_COURSE}])


def add(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows, all with the same columns. nbgrader's defaults fill in the others, among them a random id."""
    if rows:
        connection.execute(insert(table), rows)


def change(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Update the rows with the ids in `which`."""
    if rows:
        connection.execute(update(table).where(table.c.id == bindparam("which")), rows)
