"""Which rows of a roster have a name: as it is written, or else written a little otherwise."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from keraskata.printable import shown_name

Row = dict[str, str]
Columns = Sequence[tuple[str, ...]]  # each of them together makes up a name
_LEFT_OUT = re.compile(r"""['\u2019\u02bc`\u00b4"&<>|:/\\]""")  # of the names of folders, by platforms
_KEPT = ("L", "M", "N")  # kinds of letters that are compared beside a number


def plain(name: str) -> str:
    """Return a name without apostrophes, and without the other signs that Moodle leaves out."""
    return _LEFT_OUT.sub("", name)


class Index:
    """Rows by a name. Each of `folds` makes it less exact than the one before; what makes it "" is left out."""

    def __init__(self, *folds: Callable[[str], str]) -> None:
        self._rows: list[tuple[Callable[[str], str], dict[str, list[Row]]]] = [(fold, {}) for fold in folds]

    def add(self, name: str, row: Row) -> None:
        """Let `row` be found by a name, unless it is empty."""
        for fold, rows in self._rows if name else ():
            if key := fold(name):
                rows.setdefault(key, []).append(row)

    def find(self, name: str, folded: bool = True) -> list[Row]:
        """Return the rows of the most exact form of a name that any row has, if not `folded` but of the last form."""
        folds = self._rows if folded else self._rows[:-1]
        return next(filter(None, (rows.get(fold(name)) for fold, rows in folds)), [])

    def alike(self, name: str) -> list[Row]:
        """Return all rows of the least exact form of a name."""
        fold, rows = self._rows[-1]
        return rows.get(fold(name), [])


def of_identities() -> Index:
    """Return an index of what identifies a student."""
    return Index(str, str.casefold)


def of_people() -> Index:
    """Return an index of people's names; only a name that has such signs is looked for with them."""
    return Index(lambda name: name if plain(name) != name else "", plain, lambda name: plain(name).casefold())


def whole(row: Mapping[str, str], columns: Columns) -> Iterator[str]:
    """Yield the name of a row, if it is not blank, from the first of these columns that it has."""
    has = next((each for each in columns if all(column in row for column in each)), ())
    if name := " ".join(row[column].strip() for column in has).strip():
        yield name


def turned(name: str) -> list[str]:
    """Return a name, and how platforms turn its words: Jane van Doe, van Doe Jane, Doe Jane van."""
    words = name.split()
    return [" ".join([*words[at:], *words[:at]]) for at in range(len(words))]


def fits(row: Mapping[str, str], columns: Columns, student: str) -> bool:
    """Return whether "Jane Doe_4711" has the name in a row; the words may be turned."""
    number = student.rpartition("_")[2]
    names = [each for name in whole(row, columns) for each in (name, *turned(name))]  # none for a name of blanks
    forms = {shown_name(f"{form(name)}_{number}") for name in names for form in (str, plain)}
    return letters(student) in {letters(form) for form in forms}


def shortened(row: Mapping[str, str], columns: Columns, student: str) -> bool:
    """Return whether a row's name with a student's number, such as _4711, is too long, and shown as this student."""
    number = student.rpartition("_")[2]
    return student in {shown_name(f"{form(name)}_{number}") for name in whole(row, columns) for form in (str, plain)}


def numbered(cell: str) -> tuple[str, str]:
    """Return what stands before the number at the end of a cell, and the number, as of "Teilnehmer/in4711"."""
    number = cell[len(cell.rstrip("0123456789")) :]
    return cell.removesuffix(number).strip(), number


def is_numbered(cells: Iterable[str]) -> bool:
    """Return whether cells that are not empty have one word, and each a number behind it: "Participant 4711"."""
    parts = {numbered(cell.strip()) for cell in cells if cell.strip()}
    return len({word for word, _ in parts}) == 1 and all(word and number for word, number in parts)


def letters(name: str) -> str:
    """Return the letters and digits of a name, small, in one Unicode form."""
    kept = (char for char in name.casefold() if unicodedata.category(char)[0] in _KEPT)
    return unicodedata.normalize("NFC", "".join(kept))
