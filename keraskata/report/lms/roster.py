"""The list of a course's students, exported from the system that the grades go to."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from keraskata.printable import one_line, shown_name
from keraskata.report.lms.form import Form
from keraskata.report.lms.grades import ExportFailed

_SEPARATED_BY = re.compile(r'"?sep=([^\w"])"?', re.IGNORECASE)  # the first line of what Excel exports
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
        self._known_by, self._all = known_by, []
        self._rows: dict[str, list[dict[str, str]]] = {}
        self._people: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            self._all.append(row)
            number = row.get(form.participant, "").rpartition(" ")[2]
            for name in {number, *(shown_name(row[column].strip()).casefold() for column in known_by)} - {""}:
                self._rows.setdefault(name, []).append(row)
            for name in {_as_shown(row, columns) for columns in form.names} - {""}:
                self._people.setdefault(name, []).append(row)

    def find(self, students: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the rows of the students who are in the roster. Raises ExportFailed if two cannot be distinguished."""
        found: dict[str, dict[str, str]] = {}
        for student in students:
            rows = self._named(student.casefold())
            if len(rows) > 1:
                raise ExportFailed(f"{student} stands for {len(rows)} students in the roster.")
            twin = next((other for other, theirs in found.items() if theirs in rows), None)
            if twin:
                raise ExportFailed(f"{twin} and {student} are one student in the roster: remove the results of one.")
            found.update((student, row) for row in rows)
        return found

    def others(self, found: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
        """Return the rows of the students who are not among those `found`, by the first column that names them."""
        taken = {id(row) for row in found.values()}
        rest: dict[str, dict[str, str]] = {}
        for row in self._all:
            cells = [shown_name(row[column].strip()) for column in self._known_by if row[column].strip()]
            if cells and id(row) not in taken:  # Canvas has a row of points, which nothing names
                name = next((each for each in cells if each not in rest and each not in found), " ".join(cells))
                rest[name] = row
        return rest

    def _named(self, student: str) -> list[dict[str, str]]:
        """Return the rows for a folder's name, or for the name and the number, which a download gave to a student."""
        person, _, number = student.rpartition("_")
        return self._rows.get(student) or (self._rows.get(number) or self._people.get(person) or [] if person else [])


def _as_shown(row: dict[str, str], columns: tuple[str, ...]) -> str:
    return shown_name(" ".join(row.get(column, "").strip() for column in columns).strip()).casefold()
