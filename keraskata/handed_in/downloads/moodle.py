"""Moodle, "Download all submissions": folders such as Jane Doe_4711_assignsubmission_file_, or files that begin so.

The number is that of the participant; Moodle writes "_" in a name as a space, and a name may be empty. Online text is
in a folder ..._assignsubmission_onlinetext_.
Source: docs.moodle.org, "Using Assignment", and `mod/assign/locallib.php`, `download_submissions`.
"""

import re
from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import Entry, Handed, Layout

_NAME = re.compile(r"(?P<who>[^_]*_[0-9]+)_assignsubmission_(?:file|onlinetext)(?:_(?P<name>.*))?", re.DOTALL)


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    for entry, about in entries.items():
        found = _NAME.fullmatch(entry)
        if found and (about.is_folder or found["name"]):
            yield Handed(found["who"], entry, "" if about.is_folder else found["name"])


def _returned(handed: Handed) -> str:
    """Return the path of a feedback file: in the student's folder ("Upload multiple feedback files in a zip")."""
    return f"{handed.student}_assignsubmission_file_/feedback.html"


LAYOUT = Layout("Moodle", _handed, returned=_returned)
