"""Compares the rows of tables, graders' and those of expectations, with the answers of the bank that name them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from keraskata.course.answers import answers
from keraskata.curriculum import Exercise, Kit, shipped
from keraskata.expect import causes
from keraskata.expect.mistakes import Table
from keraskata.grading import grader_files
from keraskata.results import OTHERWISE


@dataclass(frozen=True)
class Named:
    """How the wrong answers of an exercise are named: by a row of their own, by what stands for all others, by none."""

    own: int
    otherwise: int
    none: int


def named(kit: Kit, exercise: Exercise) -> Named:
    """Count the wrong answers of one exercise by what names them, as their first lines say."""
    wrong = [answer.diagnosis for answer in answers(kit, exercise) if not answer.right]
    own = sum(any(not row.endswith(f".{OTHERWISE}") for row in rows) for rows in wrong)
    none = sum(not rows for rows in wrong)
    return Named(own, len(wrong) - own - none, none)


def unmet(kit: Kit, exercise: Exercise) -> Iterator[str]:
    """Give each row of the exercise's tables that no answer of the bank meets. Imports the grader."""
    met = {row for answer in answers(kit, exercise) for row in answer.diagnosis}
    for row in _names(tables(kit, exercise)):
        if row not in met:
            place = kit.answers(exercise).relative_to(kit.root).as_posix()
            yield f"{exercise.id}: no answer meets {row}; write one in {place}/, or drop the row"


def unmet_in_bank(kit: Kit) -> Iterator[str]:
    """Give each row of expectations' own tables that no answer of the whole bank meets; only for the kit's own bank."""
    if kit.content != shipped():
        return
    met = {row for exercise in kit.exercises.values() for answer in answers(kit, exercise) for row in answer.diagnosis}
    for row in _names(causes.tables()):
        if row not in met:
            yield f"no answer of the bank meets {row} of keraskata/expect/causes.py; write one, or drop the row"


def tables(kit: Kit, exercise: Exercise) -> list[Table]:
    """Return the tables of an exercise's grader, which is imported."""
    found = vars(grader_files.module(kit.grader(exercise), exercise)).values()
    return [table for table in found if isinstance(table, Table)]


def _names(tables: Iterable[Table]) -> Iterator[str]:
    """Give the names of tables' rows; one that says the words of an expectation's row goes by that one's name."""
    for table in tables:
        for row, (words, *_) in table.rows.items():
            yield causes.row_of(words) or f"{table.name}.{row}"
