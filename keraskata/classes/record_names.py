"""What the file of a student's record is called: no two students can have the same one, on any file system."""

import hashlib
import re
from urllib.parse import quote

_LABEL = 100  # letters of a name that are shown in a file's
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d) *(\.|$)")  # Windows takes a file of this name for a device


def of(student: str) -> str:
    """The name of the file: the student's own, or what is shown of it, a `#`, which no name keeps, and a digest.

    The digest stands where a file system could take the name for another one: in lower case, cut, or a device.
    """
    label = quote(student, safe=" @+,", errors="surrogatepass")
    lower = not re.search("[A-Z]", student)
    if lower and len(label) <= _LABEL and not label.startswith((".", " ")) and not _RESERVED.match(label):
        return f"{label}.json"
    return f"{label[:_LABEL].replace('.', '-').lstrip()}#{_digest(student)[:20]}.json"


def of_old(student: str) -> str:
    """The name that earlier versions gave it, which two students could have."""
    label = quote(student, safe=" @+,", errors="surrogatepass")
    return f"{_digest(student) if len(label) > 150 or label.startswith('.') else label}.json"


def _digest(student: str) -> str:
    return hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()
