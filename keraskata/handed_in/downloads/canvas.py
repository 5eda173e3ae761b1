"""Canvas, "Download Submissions": one flat folder with files such as doejane_LATE_4711_90210_sigmoid-2.py.

The numbers are those of the student and of the file; what was typed in is doejane_4711_text.html.
Source: community.canvaslms.com, "How do I download all student submissions for an assignment?".
"""

import re
from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import Entry, Handed, Layout

_FILE = r"(?:\d+_(?P<name>.+)|(?P<typed>text\.html))"
_NAME = re.compile(rf"(?P<who>[^_]+)_(?P<late>LATE_)?(?P<number>\d+)_{_FILE}", re.DOTALL)


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    for entry, about in entries.items():
        if (found := _NAME.fullmatch(entry)) and not about.is_folder:
            student, name = f"{found['who']}_{found['number']}", found["name"] or found["typed"]
            yield Handed(student, entry, name, late=bool(found["late"]))


def _returned(entry: str) -> str:
    """Return the name of a comment: Canvas finds student and file by the two numbers ("Upload Submissions")."""
    found = _NAME.fullmatch(entry)
    return f"{entry.removesuffix(found['name'])}feedback.html" if found and found["name"] else ""


LAYOUT = Layout("Canvas", _handed, returned=_returned)
