"""Which variant each student of a course has: it follows from the course's secret and the name in its roster."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from keraskata.report.lms import roster_of
from keraskata.variants import of_student

_FORM = 'secret = "some words of your own", and roster = "students.csv", the list of students that you exported'
_LEAST = 8  # characters of a secret


@dataclass(frozen=True)
class OwnVariants:
    """The variants of a course. A student is whom the roster says, under whatever name a platform hands work out."""

    secret: str
    roster: Path

    @classmethod
    def of(cls, table: Any, folder: Path) -> "OwnVariants":
        """Read the table of a course.toml in a folder. Raises ValueError."""
        known = ("secret", "roster")
        if not (isinstance(table, dict) and set(table) == set(known) and all(isinstance(table[n], str) for n in known)):
            raise ValueError(f"[variants] should have two lines: {_FORM}.")
        if len(table["secret"]) < _LEAST:
            raise ValueError(f"the secret of [variants] should have {_LEAST} characters or more.")
        return cls(table["secret"], folder / table["roster"])

    def everyone(self) -> dict[str, int]:
        """Return the variant of each student in the roster. Raises ExportFailed, OSError."""
        return {name: of_student(self.secret, name) for name in roster_of(self.roster).others({})}

    def find(self, students: Iterable[str]) -> dict[str, int]:
        """Return the variants of those of these students who are in the roster. Raises ExportFailed, OSError."""
        roster = roster_of(self.roster)
        names = {id(row): name for name, row in roster.others({}).items()}
        rows: Mapping[str, Mapping[str, str]] = roster.find(students)
        return {student: of_student(self.secret, names[id(row)]) for student, row in rows.items() if id(row) in names}
