"""The file names of students' records and pages: no two students have the same one, on any file system."""

import hashlib
import re
from urllib.parse import quote

_LABEL = 100  # characters of a student's name in the file's name
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d) *(\.|$)")  # Windows treats a file of this name as a device


def of(student: str, ending: str = ".json") -> str:
    """Return the name of a student's file: the name, or its visible part, `#`, which no name keeps, and a digest.

    The digest is there if a file system could confuse the name with another: by case, if shortened, or as a device.
    """
    label = quote(student, safe=" @+,", errors="surrogatepass")
    lower = not re.search("[A-Z]", student)
    if lower and len(label) <= _LABEL and not label.startswith((".", " ")) and not _RESERVED.match(label):
        return f"{label}{ending}"
    return f"{label[:_LABEL].replace('.', '-').lstrip()}#{_digest(student)[:20]}{ending}"


def of_page(student: str) -> str:
    """Return the name of a student's page: that of the record, without the signs that mean something in an address.

    A browser takes what follows `#` for a place in a page, and `%` for the code of a letter. No name of a record has
    the signs that stand for them.
    """
    return of(student, ".html").replace("%", "=").replace("#", "!")


def of_old(student: str) -> str:
    """Return the name from earlier versions, which two students could share."""
    label = quote(student, safe=" @+,", errors="surrogatepass")
    return f"{_digest(student) if len(label) > 150 or label.startswith('.') else label}.json"


def _digest(student: str) -> str:
    return hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()
