"""Reads the file of a roster: CSV with commas, semicolons or tabs, as the systems and Excel write it."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from keraskata.printable import one_line
from keraskata.report.lms.grades import ExportFailed

_SEPARATED_BY = re.compile(r'"?sep=([^\w"])"?', re.IGNORECASE)  # the first line of what Excel exports
_MAX_SHOWN = 40  # letters of a column or a cell that a message names


class RosterFile:
    """The columns of a file, and its rows. Raises ExportFailed, OSError."""

    def __init__(self, file: Path) -> None:
        try:
            text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            raise ExportFailed(f"{file} is not UTF-8: export it again as CSV, in that encoding.") from None
        header, _, rest = text.partition("\n")
        self._file, self._skipped = file, 0
        if said := _SEPARATED_BY.fullmatch(header.rstrip("\r")):
            text, separator, self._skipped = rest, said[1], 1
        else:
            separator = max(",;\t", key=header.count)
        self._lines = self._split(text, separator)
        self.columns = [column.strip() for column in next(self._lines, [])]

    def know(self, columns: Iterable[str]) -> None:
        """Let a column that is spelt otherwise than one of these have its name: a list may be edited by hand."""
        known = {_spelling(column): column for column in columns}
        self.columns = [known.get(_spelling(column), column) for column in self.columns]

    def rows(self, columns: Iterable[str]) -> Iterator[dict[str, str]]:
        """Yield the rows; each of these `columns` may be there once."""
        counts = Counter(self.columns)
        for column in columns:
            if counts[column] > 1:
                raise ExportFailed(
                    f"{self._file} has {counts[column]} columns {column}: remove those that are not meant."
                )
        for cells in filter(None, self._lines):
            cells += [""] * (len(self.columns) - len(cells))
            yield dict(zip(self.columns, cells, strict=False))

    def _split(self, text: str, separator: str) -> Iterator[list[str]]:
        """Yield the cells of each row. A quotation mark that nothing closes would swallow all that follows."""
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        while True:
            first = reader.line_num + 1 + self._skipped
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise ExportFailed(
                    f"{self._file} cannot be read from line {first} on ({one_line(str(error))[:_MAX_SHOWN]}): "
                    "see whether a quotation mark is alone there, or export it again as CSV."
                ) from None
            yield cells


def _spelling(column: str) -> str:
    """Return a column's name without what nobody sees, and without capitals."""
    return " ".join(unicodedata.normalize("NFKC", column).casefold().split())


def shown(columns: Iterable[str]) -> str:
    """Return columns as a message names them."""
    return ", ".join(one_line(column)[:_MAX_SHOWN] for column in columns)
