"""Writes nbgrader's gradebook: an assignment for each section, a notebook for each exercise, a grade for each check."""

import contextlib
import importlib.util
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from keraskata.classes.gradebook_grades import Grades

AVAILABLE = importlib.util.find_spec("nbgrader") is not None
_UPGRADE = "bring it up to date with `nbgrader db upgrade --db=ADDRESS`, which keeps a copy of a file."


class GradebookFailed(Exception):
    """The database cannot be used; the message gives its error."""


def beside(results: Path) -> str:
    """Return the default address of a class's gradebook: a file in the folder of its results."""
    return f"sqlite:///{(results / 'gradebook.db').absolute()}"


def shown(address: str) -> str:
    """Return the address of a database without its password."""
    return re.sub(r"(://[^/@:]*):.*@", r"\1:***@", address)


class Gradebook:
    """The gradebook at a database address in nbgrader's form, such as sqlite:///gradebook.db.

    Raises GradebookFailed, as `put` does.
    """

    def __init__(self, address: str) -> None:
        _import_nbgrader()
        from sqlalchemy import create_engine
        from sqlalchemy.exc import SQLAlchemyError

        from keraskata.classes import gradebook_tables

        try:
            self._engine = create_engine(address)
            with self._transaction() as connection:
                if gradebook_tables.are_older(connection):
                    raise GradebookFailed(f"The gradebook {shown(address)} is an older nbgrader's: {_UPGRADE}")
                gradebook_tables.make(connection)
        except (SQLAlchemyError, ImportError) as error:  # ImportError: a database without its driver
            raise GradebookFailed(f"The gradebook {shown(address)} cannot be opened: {_reason(error)}.") from None

    def put(self, grades: "Grades", late: Mapping[str, int] | None = None) -> None:
        """Set the grades of students; parts of the curriculum that the gradebook does not have are added to it.

        `late` says how many percent of a student's points are taken off. All grades of a student are written, or none.
        """
        from sqlalchemy.exc import SQLAlchemyError

        from keraskata.classes import gradebook_grades

        try:
            with self._transaction() as connection:
                gradebook_grades.write(connection, grades, late or {})
        except SQLAlchemyError as error:
            if len(grades) == 1:
                said = f"The grades of {next(iter(grades))} cannot be written to the gradebook: {_reason(error)}."
                raise GradebookFailed(said) from None
            for student in grades:  # those before the fault are written
                self.put({student: grades[student]}, late)

    def close(self) -> None:
        """Close it. All grades are written already."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _transaction(self) -> "Iterator[Connection]":
        """Let all of it be written or nothing, also if the run is killed."""
        with self._engine.begin() as connection:
            if connection.dialect.name == "sqlite":  # Python's driver would begin it later, and not for tables
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection


def _import_nbgrader() -> None:
    """Import nbgrader's API in half the time: without a grammar of addresses that jsonschema builds, unused here.

    (jsonschema works without this package.)
    """
    modules: dict[str, Any] = sys.modules
    modules.setdefault("rfc3987_syntax", None)  # Python then treats it as not installed
    try:
        import nbgrader.api  # noqa: F401
    finally:
        if modules["rfc3987_syntax"] is None:
            del modules["rfc3987_syntax"]


def _reason(error: Exception) -> str:
    """Return the database's error in one line, without the statement and its values."""
    said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    return said.splitlines()[0].rstrip(".")
