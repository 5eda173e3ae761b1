"""Writes nbgrader's gradebook: an assignment for each section, a notebook for each exercise, a grade for each check."""

import contextlib
import importlib.util
import logging
import re
import sys
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from keraskata.results import Result

AVAILABLE = importlib.util.find_spec("nbgrader") is not None


class GradebookFailed(Exception):
    """The database cannot be used; the message gives its error."""


def beside(results: Path) -> str:
    """Return the default address of a class's gradebook: a file in the folder of its results."""
    return f"sqlite:///{(results / 'gradebook.db').absolute()}"


def shown(address: str) -> str:
    """Return the address of a database without its password."""
    return re.sub(r"(://[^/@:]*):.*@", r"\1:***@", address)


@contextlib.contextmanager
def _no_traces() -> Iterator[None]:
    """Keep nbgrader from printing tracebacks of errors that it also raises."""
    log = logging.getLogger("tornado.application")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


class Gradebook:
    """The gradebook at a database address in nbgrader's form, such as sqlite:///gradebook.db.

    Raises GradebookFailed, as `put` does.
    """

    def __init__(self, address: str) -> None:
        nbgrader = _nbgrader()
        from sqlalchemy.exc import SQLAlchemyError

        self._declared: set[tuple[object, ...]] = set()
        try:
            with _no_traces():
                _make_tables(address, nbgrader.Base.metadata)
                self._book = nbgrader.Gradebook(address)
        except (SQLAlchemyError, ImportError) as error:  # ImportError: a database without its driver
            raise GradebookFailed(f"The gradebook {shown(address)} cannot be opened: {_reason(error)}.") from None

    def put(self, student: str, results: Iterable[Result], percent: int = 0) -> None:
        """Set the grades of a student; parts of the curriculum that the gradebook does not have are added to it.

        `percent` of the points are taken off for being late.
        """
        from nbgrader.api import InvalidEntry, MissingEntry
        from sqlalchemy.exc import SAWarning, SQLAlchemyError

        try:
            with warnings.catch_warnings(), _no_traces():
                # nbgrader builds objects in an order that SQLAlchemy 2.1 warns about; they are all written.
                warnings.simplefilter("ignore", SAWarning)
                self._put(student, list(results), percent)
            self._book.db.commit()
        except (SQLAlchemyError, InvalidEntry, MissingEntry) as error:
            with contextlib.suppress(SQLAlchemyError):
                self._book.db.rollback()
            said = f"The grades of {student} cannot be written to the gradebook: {_reason(error)}."
            raise GradebookFailed(said) from None

    def close(self) -> None:
        """Close it. All grades are written already."""
        self._book.close()

    def _put(self, student: str, graded: list[Result], percent: int) -> None:
        self._book.update_or_create_student(student)
        for result in graded:
            self._declare(result)
        for section in {_parts(result)[0] for result in graded}:
            self._book.update_or_create_submission(section, student)
        for result in graded:
            self._set(student, result, percent)

    def _declare(self, result: Result) -> None:
        """Add an exercise, once in a run: this takes longer than writing a grade."""
        worth = result.exercise, *((check.id, check.max_points) for check in result.for_learners)
        if worth in self._declared:
            return
        self._declared.add(worth)
        section, name = _parts(result)
        self._book.update_or_create_assignment(section)
        self._book.update_or_create_notebook(name, section)
        for check in result.for_learners:
            self._book.update_or_create_grade_cell(
                check.id, name, section, max_score=check.max_points, cell_type="code"
            )

    def _set(self, student: str, result: Result, percent: int) -> None:
        from nbgrader.api import Grade, MissingEntry, SubmittedNotebook

        section, name = _parts(result)
        try:
            notebook = self._book.find_submission_notebook(name, section, student)
        except MissingEntry:  # the exercise, or a check, may be newer than the submission
            submission = self._book.find_submission(section, student)
            notebook = SubmittedNotebook(notebook=self._book.find_notebook(name, section), assignment=submission)
            self._book.db.add(notebook)
        notebook.late_submission_penalty = result.points * percent / 100
        grades = {grade.cell.name: grade for grade in notebook.grades}
        for check in result.for_learners:
            grade = grades.get(check.id)
            if grade is None:
                grade = Grade(cell=self._book.find_grade_cell(check.id, name, section), notebook=notebook)
                self._book.db.add(grade)
            grade.auto_score, grade.needs_manual_grade = check.points, False


def _nbgrader() -> Any:
    """Import nbgrader's API in half the time: without a grammar of addresses that jsonschema builds, unused here.

    (jsonschema works without this package.)
    """
    modules: dict[str, Any] = sys.modules
    modules.setdefault("rfc3987_syntax", None)  # Python then treats it as not installed
    try:
        import nbgrader.api
    finally:
        if modules["rfc3987_syntax"] is None:
            del modules["rfc3987_syntax"]
    return nbgrader.api


def _make_tables(address: str, tables: Any) -> None:
    """Make nbgrader's tables in an empty database, without the process that it starts to set their version.

    This process takes two seconds, and calls alembic by a name that is not on every PATH.
    """
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from nbgrader.dbutil import ALEMBIC_DIR
    from sqlalchemy import create_engine, inspect

    engine = create_engine(address)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":  # all tables or none, also if the run is killed
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        if not inspect(connection).get_table_names():
            tables.create_all(connection)
            MigrationContext.configure(connection).stamp(ScriptDirectory(ALEMBIC_DIR), "head")
    engine.dispose()


def _reason(error: Exception) -> str:
    """Return the database's error in one line, without the statement and its values."""
    said = str(getattr(error, "orig", None) or error).strip() or type(error).__name__
    return said.splitlines()[0].rstrip(".")


def _parts(result: Result) -> tuple[str, str]:
    section, _, name = result.exercise.partition("/")
    return section, name
