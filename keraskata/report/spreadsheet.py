"""Writes tables for spreadsheets in which no cell can be a formula, whatever the separator is there.

OWASP's advice on CSV injection: a cell that begins with a formula's sign gets an apostrophe before it. The same is
done for a sign that a separator or a quote may move to the beginning of a cell: in many countries Excel separates by
`;`.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

_SIGNS = "=+@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b-"  # also full-width and small ones, which Excel converts
_SKIPPED = r"[\s\"\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"  # before a cell's first sign
_FORMULA = re.compile(rf"(?:\A|(?<=[;,|\t\r\n])){_SKIPPED}(?=[{_SIGNS}])")
_BREAKS = ("\t", "\r", "\n")  # the text after one is read as the next cell or row
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?", re.ASCII)


def write(file: TextIO, rows: Iterable[Sequence[str | int | float]]) -> None:
    """Write rows as CSV, every cell in quotes. A number stays a number, also a negative one of a roster."""
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([_cell(value) for value in row] for row in rows)


def _cell(value: str | int | float) -> str | int | float:
    if not isinstance(value, str) or _NUMBER.fullmatch(value):
        return value
    text = _FORMULA.sub(r"\g<0>'", value)
    return f"'{text}" if text.startswith(_BREAKS) else text
