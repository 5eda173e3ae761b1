"""Grades for Canvas: an assignment for each section, a row for each student.

Source of how a download writes names: github.com/instructure/canvas-lms, `lib/content_zipper.rb`; of the columns:
`lib/gradebook_exporter.rb`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from keraskata.printable import shown_name
from keraskata.report.lms.form import Form, People, Row, cells
from keraskata.report.lms.grades import Grades

_LAST = "Section"  # in Canvas' gradebook the last column about the student, before the assignments
_NAME = ("Student", "LastName", "FirstName")  # Canvas exports the first one or the others
_KEPT = {"L", "M", "Nd", "Pc"}  # kinds of letters, of which names in a download consist


def _rows(grades: Grades, people: People, columns: Sequence[str]) -> Iterator[Row]:
    """Make the rows; Canvas identifies columns by their order, so the columns of a roster stay as they were."""
    own = columns[: columns.index(_LAST) + 1]
    yield [*own, *grades.worth]
    yield ["    Points Possible", *[""] * (len(own) - 1), *grades.worth.values()]
    for student, person in people.items():
        points = grades.students[student]
        yield [*cells(person, own), *(points.get(section, "") for section in grades.worth)]


def _called(row: Mapping[str, str]) -> str:
    return " ".join(" ".join(row.get(column, "") for column in _NAME).split())


def _fits(row: Mapping[str, str], student: str) -> bool:
    """Return whether doejane_4711, or "Jane Doe_4711" of another platform, has the name in a row: Doe, Jane."""
    words, number = _called(row).split(), student.rpartition("_")[2]
    names = [_in_a_download(" ".join([*words[at:], *words[:at]])) for at in range(len(words))]
    return _same(student) in {_same(shown_name(f"{name}_{number}")) for name in names}


def _in_a_download(name: str) -> str:
    name = re.sub(r"_(\d+)_", r"\1", name).lower()
    return "".join(
        char for char in name if not _KEPT.isdisjoint((unicodedata.category(char), unicodedata.category(char)[0]))
    )


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", _in_a_download(name).casefold())


def _is_nobody(row: Mapping[str, str]) -> bool:
    """Return whether a row is that of the points, or of the test student for an instructor's "Student View"."""
    return (
        row.get("Student", "").strip() in ("Points Possible", "Student, Test")
        and not row.get("SIS User ID", "").strip()
    )


FORM = Form(
    title="Canvas",
    known_by=("SIS Login ID", "SIS User ID", "ID"),
    columns=("Student", "ID", "SIS User ID", "SIS Login ID", _LAST),
    needs=("ID", _LAST),
    numbers=("ID", "SIS User ID"),
    rows=_rows,
    called=_called,
    fits=_fits,
    is_nobody=_is_nobody,
)
