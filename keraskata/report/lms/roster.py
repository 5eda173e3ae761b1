"""The list of a course's students, exported from the system that the grades go to."""

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from keraskata.printable import listed, quoted, shown_name
from keraskata.report.lms import naming
from keraskata.report.lms.form import Form
from keraskata.report.lms.grades import ExportFailed
from keraskata.report.lms.naming import Row
from keraskata.report.lms.roster_file import RosterFile, shown

_SHOWN = 12  # columns that a message names
_NAMELESS = "has a number of the roster, of which no columns are known to hold names (call them First name, Last name)"


class Roster:
    """The students of a course, from a file that the system exported. Raises ExportFailed, OSError."""

    def __init__(self, file: Path, form: Form) -> None:
        given = RosterFile(file)
        used = {*form.known_by, *form.abroad, *form.columns, *form.participants, *form.numbers}.union(*form.names)
        if form.in_capitals:
            given.know(used)
        self.columns = given.columns
        rows = [*given.rows(sorted(used))]
        self._participants = [
            each
            for each in form.participants
            if each in self.columns and naming.is_numbered(row[each] for row in rows)  # or "ID" is any list's
        ]
        known_by = [*(each for each in (*form.known_by, *form.abroad) if each in self.columns), *self._participants]
        if not known_by:
            has = shown(self.columns[:_SHOWN])
            raise ExportFailed(
                f"{file} has none of the columns {', '.join(form.known_by)}. It has {has}: "
                "if one of them holds the names of your students' folders, give it one of those names."
            )
        for column in form.needs:
            if column not in self.columns:
                raise ExportFailed(f"{file} has no column {column}.")
        self._form, self._known_by, self._all = form, known_by, []
        self._nameless = bool(form.names) and not any({*each} <= {*self.columns} for each in form.names)
        filled = {each for each in self.columns if each or any(row[each] for row in rows)}  # Excel ends lines with ";"
        others = filled - {*known_by, *form.numbers}  # any of these may hold names
        self._bare = self._nameless and not self._participants and not others
        self._made, self._typed, self._people = naming.of_identities(), naming.of_identities(), naming.of_people()
        self._turned = naming.of_people()
        self._made_numbers: dict[str, list[Row]] = {}  # by the host
        self._typed_numbers: dict[str, list[Row]] = {}
        self.unclear: dict[str, str] = {}  # why a student's row is not certain
        self.otherwise: dict[str, str] = {}  # why a student who seems to be there may be anybody else
        self.perhaps_one: list[tuple[list[str], Row]] = []  # of these who are the same but for a number, and their row
        self._disputed: set[int] = set()  # the rows of these
        self._asked: set[str] = set()  # all who were to be found
        first: dict[tuple[object, ...], Row] = {}
        for row in rows:
            if (same := first.setdefault(self._identity(row), row)) is row:
                self._all.append(row)
                self._add(row)
            self._add_numbers(row, same)

    def _add(self, row: Row) -> None:
        """Let a row be found by what identifies the student, and by the name."""
        form = self._form
        for column in self._known_by:
            (self._typed if column in form.typed else self._made).add(shown_name(row[column].strip()), row)
        for name in naming.whole(row, form.names):
            self._people.add(shown_name(name), row)
            for each in naming.turned(name)[1:]:
                self._turned.add(shown_name(each), row)

    def _add_numbers(self, row: Row, of: Row) -> None:
        """Let the row `of` a student be found by the numbers that `row` has for the same one."""
        for column in (*self._participants, *self._form.numbers):
            cell = row.get(column, "").strip()
            ours = {naming.numbered(cell)[1]} if column in self._participants else {cell, cell.rpartition(" ")[2]}
            numbers = self._typed_numbers if column in self._form.typed else self._made_numbers
            for number in ours - {""}:
                numbers.setdefault(number.casefold(), []).append(of)

    def _identity(self, row: Row) -> tuple[object, ...]:
        """Return what is the same in all rows of a student, such as where the lists of two groups were put together.

        Rows are one if the platform identifies them, and nothing that a student has says otherwise; each assignment
        has participants of its own. If only students identify them, all their cells have to be alike.
        """
        form, made = self._form, [column for column in self._known_by if column not in self._form.typed]
        lasting = [column for column in made if column not in self._participants]
        if any(row[column] for column in made):
            told = lasting if any(row[column] for column in lasting) else made
            own = {*form.typed, *form.numbers}.union(*form.names) - {*self._participants}
            return (*(row[column] for column in told), form.called(row), *(row.get(each, "") for each in sorted(own)))
        return tuple(row.values()) if any(row[column] for column in self._known_by) else (id(row),)

    def find(self, students: Iterable[str]) -> dict[str, Row]:
        """Return the rows of the students who are in the roster. Who may be another is `unclear`.

        A row that may be that of one of these `students` is none of the `others`.
        """
        self._disputed = set()
        rows = {student: self._named(student) for student in students}
        self._asked |= rows.keys()
        claims: dict[int, list[str]] = {}
        for student, theirs in rows.items():
            if len(theirs) == 1:
                claims.setdefault(id(theirs[0]), []).append(student)
        for student, theirs in rows.items():
            if len(theirs) > 1:
                self.unclear[student] = f"stands for {len(theirs)} students in the roster"
            elif theirs and len(same := claims[id(theirs[0])]) > 1:
                self.unclear[student] = (
                    f"is one student in the roster with {listed([each for each in same if each != student])}"
                )
        self.perhaps_one = [
            (same, rows[same[0]][0]) for same in claims.values() if len(same) > 1 and self._may_be_one(same)
        ]
        self._disputed |= {id(row) for student in self.unclear for row in rows.get(student, ())}
        return {student: theirs[0] for student, theirs in rows.items() if theirs and student not in self.unclear}

    def others(self, found: Mapping[str, Mapping[str, str]]) -> dict[str, Row]:
        """Return the rows of the students who are not among those `found`, by the first column that names them.

        Who has nothing in these columns goes by the name.
        """
        taken = {id(row) for row in found.values()} | self._disputed
        rest: dict[str, Row] = {}
        for row in self._all:
            told = [row[column].strip() for column in self._known_by]
            cells = [shown_name(cell) for cell in told if cell] or [shown_name(self._form.called(row))]
            if any(cells) and id(row) not in taken and not self._form.is_nobody(row):
                rest[_unlike({*rest, *found, *self._asked}, cells)] = row
        return rest

    def _named(self, student: str) -> list[Row]:
        """Return the rows that a folder's name may stand for.

        A number counts only with the name. What the host made comes before all that students can type in themselves:
        in a download of Moodle a number is no ID number, and at Gradescope it is one that a student may have typed in.
        """
        person, _, number = student.rpartition("_")
        made = self._made_numbers.get(number.casefold(), []) if person else []
        numbered = self._typed_numbers.get(number.casefold(), []) if person else []
        if made:
            theirs = {id(row) for row in self._made.find(student)}  # whose number stands in the login, too
            fitting = _once([*self._fitting(made, student), *(row for row in made if id(row) in theirs)])
            return fitting or _once(self._fitting(numbered, student)) or self._called_otherwise(student, made)
        known = self._made.find(student)
        if "@" in number:  # an address is nobody's name or ID number
            return _once(known)
        typed = self._typed.find(student)
        if known:
            return _once([*known, *typed])
        own = self._agreeing(typed, student) if _like_a_name(student) else typed
        found = _once([*own, *self._agreeing(numbered, student), *self._by_name(student)])
        return found or self._called_otherwise(student, _once([*typed, *numbered]))

    def _may_be_one(self, students: list[str]) -> bool:
        """Return whether students are called the same but for a number, and one row of the roster has this name.

        Moodle numbers its participants differently in each assignment. The ID number of that row is none of these.
        """
        people = {student.rpartition("_")[0] for student in students}
        numbers = [student.rpartition("_")[2] for student in students]
        numbered = all(
            number.isdecimal() and not self._fitting(self._typed_numbers.get(number, []), student)
            for number, student in zip(numbers, students, strict=True)
        )
        return len(people) == 1 and numbered and len(_once(self._people.alike(people.pop()))) == 1

    def _by_name(self, student: str) -> list[Row]:
        person, _, number = student.rpartition("_")
        whole = [] if person and number.isdecimal() else self._called(student)
        if person and "…" in student:
            return [*whole, *(row for row in self._all if naming.shortened(row, self._form.names, student))]
        numbered = any(char.isdigit() for char in number)  # or it is the rest of a name
        named = self._called(person) if person and numbered else []
        # A number with letters is nobody's participant: of whom it is not the number, is another of this name.
        return [*whole, *(named if number.isdecimal() or not any(map(self._has_number, named)) else [])]

    def _called(self, person: str) -> list[Row]:
        """Return the rows of a name, and with them those that would have it with the family name first.

        One word in other capitals is a user name.
        """
        found = self._people.find(person, folded=" " in person)
        return [*found, *self._turned.alike(person)] if found else []

    def _has_number(self, row: Row) -> bool:
        return any(row.get(column, "").strip() for column in self._form.numbers)

    def _fitting(self, rows: Iterable[Row], student: str) -> list[Row]:
        return [row for row in rows if self._form.fits(row, student if "_" in student else f"{student}_")]

    def _agreeing(self, rows: list[Row], student: str) -> list[Row]:
        """Return which rows, known by what students type in, have the name; all, where the roster has none."""
        return rows if self._bare else self._fitting(rows, student)

    def _called_otherwise(self, student: str, rows: Iterable[Row]) -> list[Row]:
        if called := quoted(shown_name(self._form.called(row)) for row in rows):
            self.otherwise[student] = _NAMELESS if self._nameless else f"is called {called} in the roster"
            self._disputed |= {id(row) for row in rows}
        return []


def _unlike(taken: Collection[str], cells: Sequence[str]) -> str:
    """Return a name for the row with these cells that is not taken: students type some of them in themselves."""
    counted = (f"{cells[0]} ({number})" for number in itertools.count(2))
    return next(name for name in itertools.chain(cells, [" ".join(cells)], counted) if name not in taken)


def _once(rows: Iterable[Row]) -> list[Row]:
    return list({id(row): row for row in rows}.values())


def _like_a_name(student: str) -> bool:
    """Return whether a folder may be called by a person's name, and so by no ID number: Jane Doe, Jane2_4711."""
    return "_" in student or (" " in student and any(char.isalpha() for char in student))
