"""Compares the rows of graders' tables of mistakes with the answers of the bank that name them."""

from collections.abc import Iterator
from dataclasses import dataclass

from keraskata.course.answers import answers
from keraskata.curriculum import Exercise, Kit
from keraskata.expect.mistakes import OTHERWISE, Table
from keraskata.grading import grader_files


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
    tables = vars(grader_files.module(kit.grader(exercise), exercise)).values()
    rows = [f"{table.name}.{row}" for table in tables if isinstance(table, Table) for row in table.rows]
    for row in rows:
        if row not in met:
            place = kit.answers(exercise).relative_to(kit.root).as_posix()
            yield f"{exercise.id}: no answer meets {row}; write one in {place}/, or drop the row"
