"""The list of a course's students, exported from the system that the grades go to."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from keraskata.printable import listed, one_line, quoted, shown_name
from keraskata.report.lms.form import Form
from keraskata.report.lms.grades import ExportFailed

_SEPARATED_BY = re.compile(r'"?sep=([^\w"])"?', re.IGNORECASE)  # the first line of what Excel exports
_APOSTROPHES = re.compile("['\u2019\u02bc`\u00b4]")  # platforms leave them out of the names of folders
_SHOWN, _MAX_SHOWN = 12, 40  # columns that a message names, and letters of each


class Roster:
    """The students of a course, from a file that the system exported. Raises ExportFailed, OSError."""

    def __init__(self, file: Path, form: Form) -> None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise ExportFailed(f"{file} is not UTF-8: export it again as CSV, in that encoding.") from None
        header, _, rest = text.partition("\n")
        if said := _SEPARATED_BY.fullmatch(header.rstrip("\r")):
            text, separator = rest, said[1]
        else:
            separator = max(",;\t", key=header.count)
        rows = csv.DictReader(io.StringIO(text), delimiter=separator, restval="")
        self.columns = [column.strip() for column in rows.fieldnames or ()]
        rows.fieldnames = self.columns
        known_by = [each for each in (*form.known_by, *form.abroad, form.participant) if each in self.columns]
        if not known_by:
            has = ", ".join(one_line(column)[:_MAX_SHOWN] for column in self.columns[:_SHOWN])
            raise ExportFailed(
                f"{file} has none of the columns {', '.join(form.known_by)}. It has {has}: "
                "if one of them holds the names of your students' folders, give it one of those names."
            )
        for column in form.needs:
            if column not in self.columns:
                raise ExportFailed(f"{file} has no column {column}.")
        self._form, self._known_by, self._all = form, known_by, []
        self._rows: dict[str, list[dict[str, str]]] = {}
        self._people: dict[str, list[dict[str, str]]] = {}
        self._numbers: dict[str, list[dict[str, str]]] = {}
        self.unclear: dict[str, str] = {}  # why a student's row is not certain
        self._disputed: set[int] = set()  # the rows of these
        numbers = (form.participant,) if form.participant in self.columns else form.numbers
        for row in rows:
            self._all.append(row)
            for name in {shown_name(row[column].strip()).casefold() for column in known_by} - {""}:
                self._rows.setdefault(name, []).append(row)
            for number in {row.get(column, "").strip().rpartition(" ")[2] for column in numbers} - {""}:
                self._numbers.setdefault(number, []).append(row)
            for name in {_as_shown(row, columns) for columns in form.names} - {""}:
                self._people.setdefault(name, []).append(row)

    def find(self, students: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the rows of the students who are in the roster. Who cannot be told from another is `unclear`."""
        rows = {student: self._named(student) for student in students}
        claims: dict[int, list[str]] = {}
        for student, theirs in rows.items():
            if len(theirs) == 1:
                claims.setdefault(id(theirs[0]), []).append(student)
        for student, theirs in rows.items():
            if student in self.unclear:
                continue
            if len(theirs) > 1:
                self.unclear[student] = f"stands for {len(theirs)} students in the roster"
            elif theirs and len(same := claims[id(theirs[0])]) > 1:
                self.unclear[student] = (
                    f"is one student in the roster with {listed([each for each in same if each != student])}"
                )
        self._disputed |= {id(row) for student in self.unclear for row in rows.get(student, ())}
        return {student: theirs[0] for student, theirs in rows.items() if theirs and student not in self.unclear}

    def others(self, found: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
        """Return the rows of the students who are not among those `found`, by the first column that names them."""
        taken = {id(row) for row in found.values()} | self._disputed
        rest: dict[str, dict[str, str]] = {}
        for row in self._all:
            cells = [shown_name(row[column].strip()) for column in self._known_by if row[column].strip()]
            if cells and id(row) not in taken and not self._form.is_nobody(row):  # nothing names Canvas' row of points
                name = next((each for each in cells if each not in rest and each not in found), " ".join(cells))
                rest[name] = row
        return rest

    def _named(self, student: str) -> list[dict[str, str]]:
        """Return the rows for a folder's name, or for the name and the number, which a download gave to a student."""
        name = student.casefold()
        person, _, number = name.rpartition("_")
        if name in self._rows or not person:
            return self._rows.get(name) or self._people.get(_plain(name), [])
        numbered = self._numbers.get(number, [])
        fitting = [row for row in numbered if self._form.fits(row, student)]
        if numbered and not fitting:
            called = quoted(shown_name(self._form.called(row)) for row in numbered)
            self.unclear[student] = f"is called {called} in the roster"
            self._disputed |= {id(row) for row in numbered}
        return fitting if numbered else self._people.get(_plain(person), [])


def _as_shown(row: dict[str, str], columns: tuple[str, ...]) -> str:
    return _plain(shown_name(" ".join(row.get(column, "").strip() for column in columns).strip()).casefold())


def _plain(name: str) -> str:
    return _APOSTROPHES.sub("", name)
