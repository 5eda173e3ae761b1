"""What a file of grades looks like in one place: what each file beside this one says as its FORM."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from keraskata.report.lms.grades import Grades

Row = list[str | int | float]
People = Mapping[str, Mapping[str, str]]  # for each student, what stands in the columns of a roster


@dataclass(frozen=True)
class Form:
    """What a place wants: what it is called, the columns that it knows a student by, those that a file has where there
    is no roster, those that a roster has to have, and how rows are made of grades, students and columns.
    """

    title: str
    known_by: tuple[str, ...]
    columns: tuple[str, ...]
    needs: tuple[str, ...]
    rows: Callable[[Grades, People, Sequence[str]], Iterator[Row]]

    def stranger(self, student: str) -> dict[str, str]:
        """A student of whom nothing is known but the name of the folder."""
        return {self.known_by[0]: student, self.columns[0]: student}


def cells(person: Mapping[str, str], columns: Iterable[str]) -> Row:
    """Return what stands in these columns of a student's row; "" in those that the roster does not have."""
    return [person.get(column, "") for column in columns]
