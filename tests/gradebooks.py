"""Reads all of an nbgrader gradebook, without its random ids, and writes one through nbgrader's own objects."""

import re
import uuid
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nbgrader import api
from nbgrader.plugins.export import CsvExportPlugin
from sqlalchemy import create_engine, select

from keraskata.results import Result

RANDOM = re.compile(r"[0-9a-f]{32}")


def put_by_nbgrader(book: api.Gradebook, grades: Mapping[str, Sequence[Result]]) -> None:
    """Set grades as nbgrader's own commands do: generate_assignment first, then autograde for each student."""
    for result in (result for results in grades.values() for result in results):
        section, name = result.exercise.split("/")
        book.update_or_create_assignment(section)
        book.update_or_create_notebook(name, section)
        for check in result.for_learners:
            worth = {"max_score": check.max_points, "cell_type": "code"}
            book.update_or_create_grade_cell(check.id, name, section, **worth)
    for student, results in grades.items():
        book.update_or_create_student(student)
        for result in results:
            section, name = result.exercise.split("/")
            submission = book.update_or_create_submission(section, student)
            try:
                notebook = book.find_submission_notebook(name, section, student)
            except api.MissingEntry:  # the exercise is newer than the submission
                notebook = api.SubmittedNotebook(notebook=book.find_notebook(name, section), assignment=submission)
                book.db.add(notebook)
            for check in result.for_learners:
                try:
                    grade = book.find_grade(check.id, name, section, student)
                except api.MissingEntry:  # the check is
                    grade = api.Grade(cell=book.find_grade_cell(check.id, name, section), notebook=notebook)
                    book.db.add(grade)
                grade.auto_score, grade.needs_manual_grade = check.points, False
            book.db.commit()


def rows(address: str) -> dict[str, list[str]]:
    """Return the rows of each of nbgrader's tables. In place of a random id stands what its row says."""
    names: dict[object, object] = {}
    found = {}
    engine = create_engine(address)
    with engine.connect() as connection:
        for table in api.Base.metadata.sorted_tables:
            found[table.name] = []
            for row in connection.execute(select(table)).mappings():
                said = {name: names.get(value, value) for name, value in row.items()}
                if isinstance(said.get("id"), str) and RANDOM.fullmatch(said["id"]):
                    assert uuid.UUID(hex=said.pop("id")).version == 4
                    names[row["id"]] = said
                found[table.name].append(repr(said))
    engine.dispose()
    return {name: sorted(found[name]) for name in found}


def read_by_nbgrader(address: str, folder: Path) -> list[Any]:
    """Return what nbgrader's export and its formgrader read from a gradebook, without random ids and order."""
    with warnings.catch_warnings(), api.Gradebook(address) as book:
        warnings.simplefilter("ignore")  # joins that SQLAlchemy finds suspicious
        CsvExportPlugin(to=str(folder / "export.csv")).export(book)
        dicts = [book.student_dicts()]
        for assignment in book.assignments:
            dicts += [[assignment.to_dict()], book.submission_dicts(assignment.name)]
            for notebook in assignment.notebooks:
                dicts += [[notebook.to_dict()], book.notebook_submission_dicts(notebook.name, assignment.name)]
                submissions = book.notebook_submissions(notebook.name, assignment.name)
                dicts.append([grade.to_dict() for submission in submissions for grade in submission.grades])
                dicts.append([comment.to_dict() for submission in submissions for comment in submission.comments])
    for each in (each for part in dicts for each in part):
        if RANDOM.fullmatch(each["id"]):
            del each["id"]
    return [(folder / "export.csv").read_text(), *(sorted(map(repr, part)) for part in dicts)]
