"""Canvas, "Download Submissions": one flat folder with files such as doejane_LATE_4711_90210_sigmoid-2.py.

The numbers are those of the student and of the file; what was typed in is doejane_4711_text.html.
Source: community.canvaslms.com, "How do I download all student submissions for an assignment?".
"""

import re
from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import Entry, Handed, Layout

_NAME = re.compile(r"(?P<who>[^_]+)_(?:LATE_)?(?P<number>\d+)_(?:\d+_(?P<name>.+)|(?P<typed>text\.html))", re.DOTALL)


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    for entry, about in entries.items():
        if (found := _NAME.fullmatch(entry)) and not about.is_folder:
            yield Handed(f"{found['who']}_{found['number']}", entry, found["name"] or found["typed"])


def _returned(entry: str) -> str:
    """Return the name of a comment: Canvas finds student and file by the two numbers ("Upload Submissions")."""
    found = _NAME.fullmatch(entry)
    return f"{entry.removesuffix(found['name'])}feedback.html" if found and found["name"] else ""


LAYOUT = Layout("Canvas", _handed, returned=_returned)
