"""nbgrader's gradebook is written in bulk, and holds what nbgrader's own objects would have put there."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

pytest.importorskip("nbgrader", reason="the extra nbgrader is missing: pip install -e '.[nbgrader]'")

import nbgrader
from gradebooks import put_by_nbgrader, read_by_nbgrader, rows
from nbgrader import api
from sqlalchemy import Engine, event

from keraskata.classes.bookkeeping import Bookkeeping
from keraskata.classes.gradebook import Gradebook, GradebookFailed
from keraskata.results import CheckResult, Result

STUDENTS = ("ann", "bob", "cy")
EXERCISES = {"s01_words/shout": 2, "s01_words/count": 1, "s02_more/shout": 3}  # with so many checks
pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # of nbgrader's objects
Class = dict[str, list[Result]]
Step = Class | Callable[[api.Gradebook], None]


def graded(first: int = 0, most: int = 3, exercises: Mapping[str, int] = EXERCISES, hidden: bool = False) -> Class:
    """A class whose points differ from check to check."""
    points, book = first, {}
    for student in STUDENTS:
        book[student] = []
        for name, count in exercises.items():
            checks = []
            for number in range(count):
                points += 1
                check = CheckResult(f"test_{number}", "", points % (most + 1), most, "passed", hidden=hidden)
                checks.append(check)
            book[student].append(Result(name, "", checks, most * count))
    return book


def assistant(book: api.Gradebook) -> None:
    """What a teaching assistant enters in formgrader."""
    grade = book.find_grade("test_0", "shout", "s01_words", "ann")
    grade.manual_score, grade.extra_credit = 1.5, 0.5
    grade.notebook.flagged = True
    book.find_grade("test_1", "shout", "s01_words", "ann").needs_manual_grade = True
    book.find_submission_notebook("count", "s01_words", "bob").late_submission_penalty = 1.0
    book.update_or_create_submission("s01_words", "cy", timestamp="2026-01-02 03:04:05 UTC")
    book.update_or_create_student("cy", first_name="Cy", last_name="Young", email="cy@example.edu")
    book.update_or_create_student("dee")


def assignment(book: api.Gradebook) -> None:
    """What `nbgrader generate_assignment` leaves, with cells of all types and a notebook that is not the kit's."""
    book.add_assignment("s01_words", duedate="2026-01-01 00:00:00 UTC")
    for name in ("shout", "essay"):
        book.add_notebook(name, "s01_words", kernelspec="{}")
        book.add_grade_cell("test_0", name, "s01_words", max_score=1, cell_type="markdown")
        book.add_solution_cell("test_0", name, "s01_words")
        book.add_solution_cell("answer", name, "s01_words")
        book.add_task_cell("test_1", name, "s01_words", max_score=4, cell_type="markdown")
        book.add_source_cell("test_0", name, "s01_words", cell_type="code", source="x", checksum="y")


def comments(book: api.Gradebook) -> None:
    for student in STUDENTS:
        book.find_comment("answer", "shout", "s01_words", student).manual_comment = f"Well done, {student}."
        grade = book.find_submission_notebook("essay", "s01_words", student).grades[0]
        grade.manual_score, grade.needs_manual_grade = 3, False
    book.db.commit()


ONE_BY_ONE = "a released assignment, student by student"
TERMS: dict[str, list[Step]] = {
    "a class": [graded()],
    "the same again": [graded(), graded()],
    "other points": [graded(), graded(1), graded(2, most=5)],
    "private checks": [graded(hidden=True), graded(1)],
    "a section more": [graded(exercises={"s01_words/shout": 2}), graded()],
    "a section less": [graded(), graded(1, exercises={"s02_more/shout": 3})],
    "exercises and checks that are new": [graded(exercises={"s01_words/shout": 1, "s02_more/last": 1}), graded(1)],
    "points by hand": [graded(), assistant, graded(1)],
    "a released assignment": [assignment, graded(), comments, graded(1)],
    ONE_BY_ONE: [assignment, graded(), comments, graded(1)],
    "only some again": [graded(), {"bob": graded(2)["bob"]}],
}


@pytest.fixture(scope="module", autouse=True)
def hurried() -> Iterator[None]:
    """Lets SQLite not wait for the disk: nbgrader's objects write each row alone."""

    def hurry(connection: sqlite3.Connection, record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    event.listen(Engine, "connect", hurry)
    yield
    event.remove(Engine, "connect", hurry)


def put(address: str, *classes: Class) -> None:
    book = Gradebook(address)
    for each in classes:
        book.put(each)
    book.close()


def grade_a_term(name: str, ours: str, theirs: str) -> None:
    """Grade a term into two gradebooks: ours, and one that nbgrader's objects write."""
    for address in (ours, theirs):
        put(address)  # nbgrader needs seconds to make one; test_class.py compares the two
    for step in TERMS[name]:
        if callable(step):
            for address in (ours, theirs):
                with api.Gradebook(address) as book:
                    step(book)
            continue
        parts = [{student: results} for student, results in step.items()] if name == ONE_BY_ONE else [step]
        put(ours, *parts)
        with api.Gradebook(theirs) as book:
            for part in parts:
                put_by_nbgrader(book, part)


@pytest.mark.parametrize("name", TERMS)
def test_it_is_as_nbgrader_would_write_it(name: str, tmp_path: Path) -> None:
    ours, theirs = (f"sqlite:///{tmp_path}/{place}" for place in ("ours.db", "theirs.db"))
    grade_a_term(name, ours, theirs)
    assert rows(ours) == rows(theirs)
    assert read_by_nbgrader(ours, tmp_path) == read_by_nbgrader(theirs, tmp_path)


def test_each_student_is_whole_or_not_there(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/gradebook.db"
    put(address, {"bob": graded()["bob"]})
    before = rows(address)
    with sqlite3.connect(tmp_path / "gradebook.db") as database:
        database.execute(
            "CREATE TRIGGER full BEFORE INSERT ON grade WHEN 3 < (SELECT count(*) FROM grade"
            " JOIN submitted_notebook ON grade.notebook_id = submitted_notebook.id"
            " JOIN submitted_assignment ON submitted_notebook.assignment_id = submitted_assignment.id"
            " WHERE student_id = 'cy') BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    with pytest.raises(GradebookFailed, match="The grades of cy cannot be written to the gradebook: the disk is full"):
        put(address, graded())
    found = rows(address)
    assert len(found["grade"]) == 2 * len(before["grade"]) and "cy" not in str(found)
    assert set(before["grade"]) < set(found["grade"])


def test_a_run_that_is_killed_leaves_whole_students(tmp_path: Path) -> None:
    """It is killed while it writes; the next one adds the others."""
    program = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from sqlalchemy import event
from test_gradebook import Gradebook, graded
book = Gradebook("sqlite:///{tmp_path}/gradebook.db")
book.put({{"ann": graded()["ann"]}})
event.listen(book._engine, "before_cursor_execute", lambda *call: os._exit(9) if "INTO grade " in call[2] else None)
book.put(graded())
"""
    assert subprocess.run([sys.executable, "-c", program]).returncode == 9
    address = f"sqlite:///{tmp_path}/gradebook.db"
    with api.Gradebook(address) as book:
        assert [student.id for student in book.students] == ["ann"]
        assert len(book.student_submissions("ann")) == 2
    put(address, graded())
    put(f"sqlite:///{tmp_path}/whole.db", graded())
    assert rows(address) == rows(f"sqlite:///{tmp_path}/whole.db")


def test_a_gradebook_of_an_older_nbgrader(tmp_path: Path) -> None:
    old = Path(nbgrader.__file__).parent / "tests" / "apps" / "files" / "gradebook.db"
    if not old.exists():
        pytest.skip("this nbgrader comes without its own tests")
    place = Path(shutil.copy(old, tmp_path))
    with pytest.raises(GradebookFailed, match="bring it up to date with `nbgrader db upgrade --db=ADDRESS`"):
        Gradebook(f"sqlite:///{place}")
    assert place.read_bytes() == old.read_bytes()
    command = [sys.executable, "-m", "nbgrader", "db", "upgrade", f"--db=sqlite:///{place}"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    theirs = Path(shutil.copy(place, tmp_path / "theirs.db"))
    put(f"sqlite:///{place}", graded())
    with api.Gradebook(f"sqlite:///{theirs}") as book:
        for section, name in (exercise.split("/") for exercise in EXERCISES):
            book.update_or_create_assignment(section)
            book.add_notebook(name, section, kernelspec="{}")  # that database has no place for None
        put_by_nbgrader(book, graded())
    assert rows(f"sqlite:///{place}") == rows(f"sqlite:///{theirs}")


def test_it_is_told_how_many_are_left(tmp_path: Path) -> None:
    place = tmp_path / "gradebook.db"
    put(f"sqlite:///{place}")
    book = Bookkeeping(f"sqlite:///{place}")
    with contextlib.closing(sqlite3.connect(place, isolation_level=None)) as holding:
        holding.execute("BEGIN EXCLUSIVE")
        for number in range(120):
            book.put(f"s{number:03}", graded()["ann"])
        left = book.left()
        assert next(left) == 120
    found = list(left)
    assert found == sorted(found, reverse=True)
    book.close()
    there = rows(f"sqlite:///{place}")
    assert len(there["student"]) == 120 and len(there["grade"]) == 120 * 6


def test_nothing_is_left_to_wait_for_if_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "gradebook.db").write_bytes(b"no database" * 1_000)
    book = Bookkeeping(f"sqlite:///{tmp_path}/gradebook.db")
    book.put(STUDENTS[0], graded()[STUDENTS[0]])  # a second one may be told at once
    assert set(book.left()) <= {1}
    with pytest.raises(GradebookFailed, match="cannot be opened: file is not a database"):
        book.close()
