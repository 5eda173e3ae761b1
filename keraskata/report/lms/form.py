"""The form of a file of grades: each other file of this folder defines one as its FORM."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from keraskata.report.lms.grades import Grades

Row = list[str | int | float]
People = Mapping[str, Mapping[str, str]]  # for each student the columns of a roster


@dataclass(frozen=True)
class Form:
    """The form of one system's file of grades.

    `known_by` are the columns that identify a student there, `abroad` the same in other languages, `columns` those of a
    file without a roster, and `needs` those that a roster has to have. `names` are columns that make up a person's
    name, and `participants` are those whose cells end with the number that a download gives to a student; without one,
    `numbers` are those that may hold it. `typed` are columns that students may fill in themselves. `fits` says of a row
    with a student's number whether the student is `called` so, too: the number may be another's. `is_nobody` says of a
    row that it is no student's. `in_capitals` is whether columns may have other capitals. `rows` makes the rows of
    grades, students and columns.
    """

    title: str
    known_by: tuple[str, ...]
    columns: tuple[str, ...]
    needs: tuple[str, ...]
    rows: Callable[[Grades, People, Sequence[str]], Iterator[Row]]
    abroad: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    participants: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    in_capitals: bool = True
    called: Callable[[Mapping[str, str]], str] = lambda row: ""
    fits: Callable[[Mapping[str, str], str], bool] = lambda row, student: True
    is_nobody: Callable[[Mapping[str, str]], bool] = lambda row: False

    def is_spelt(self, columns: Collection[str]) -> bool:
        """Return whether a roster's columns that identify a student, and those it has to have, are spelt as here."""
        identify = {*self.known_by, *self.abroad, *self.participants}
        return not identify.isdisjoint(columns) and {*self.needs} <= {*columns}

    def stranger(self, student: str) -> dict[str, str]:
        """Return the columns of a student of whom only the name of the folder is known."""
        return {self.known_by[0]: student, self.columns[0]: student}


def cells(person: Mapping[str, str], columns: Iterable[str]) -> Row:
    """Return these columns of a student's row; "" for those that the roster does not have."""
    return [person.get(column, "") for column in columns]
