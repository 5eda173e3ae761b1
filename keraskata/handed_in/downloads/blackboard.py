"""Blackboard, "Download Assignment": one flat folder.

Its files are called Task 1_jdoe_attempt_2026-11-30-09-15-00_sigmoid.py, and each attempt also has a .txt file of
Blackboard's own, with its date, comments and text that was typed in (in English only it is known as such).
Source: help.blackboard.com, "Download assignments", and the files of public tools that read these downloads.
"""

import re
from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import TYPED_IN, Entry, Handed, Layout, common_start

# The first mark counts: what comes behind it is the student's own.
_NAME = re.compile(r"(?P<who>.+?)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<name>.+)|\.txt)", re.DOTALL)
_TYPED = re.compile(rb"^Submission Field:\s*(?!There is no student submission text data)\S", re.MULTILINE)
_MAX_ABOUT = 1_000_000  # bytes of such a file; a longer one was typed in


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    found = {entry: _NAME.fullmatch(entry) for entry, about in entries.items() if not about.is_folder}
    # An assignment's name and a username may both have underscores: what all have in common is the assignment's.
    task = common_start({match["who"] for match in found.values() if match}, "_")
    for entry, match in found.items():
        if match:
            name = match["name"] or (TYPED_IN if _is_typed(entries[entry]) else "about.txt")
            yield Handed(match["who"][len(task) :], entry, name, task.removesuffix("_"), match["when"])


def _is_typed(about: Entry) -> bool:
    try:
        return bool(_TYPED.search(about.read(_MAX_ABOUT) or b""))
    except OSError:
        return True


LAYOUT = Layout("Blackboard", _handed)
