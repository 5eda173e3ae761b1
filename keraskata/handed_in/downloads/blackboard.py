"""Blackboard, "Download Assignment": one flat folder.

Its files are called Task 1_jdoe_attempt_2026-11-30-09-15-00_sigmoid.py, and each attempt also has a .txt file of
Blackboard's own, with its date and comments. Source: help.blackboard.com, "Download assignments".
"""

import re
from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import Entry, Handed, Layout, common_start

# The first mark counts: what comes behind it is the student's own.
_NAME = re.compile(r"(?P<who>.+?)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<name>.+)|\.txt)", re.DOTALL)


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    found = {entry: _NAME.fullmatch(entry) for entry, about in entries.items() if not about.is_folder}
    # An assignment's name and a username may both have underscores: what all have in common is the assignment's.
    task = common_start({match["who"] for match in found.values() if match}, "_")
    for entry, match in found.items():
        if match:
            yield Handed(match["who"][len(task) :], entry, match["name"] or "about.txt", task, match["when"])


LAYOUT = Layout("Blackboard", _handed)
