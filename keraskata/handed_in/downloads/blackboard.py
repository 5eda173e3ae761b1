"""Blackboard, "Download Assignment": one flat folder.

Its files are called Task 1_jdoe_attempt_2026-11-30-09-15-00_sigmoid.py, and each attempt also has a .txt file of
Blackboard's own, with its date, comments and text that was typed in (in English only it is known as such).
Source: help.blackboard.com, "Download assignments", and the files of public tools that read these downloads.
"""

import re
from collections.abc import Iterator, Mapping

from keraskata.handed_in.downloads.form import TYPED_IN, Entry, Handed, Layout, common_start, swallowed

# The first mark counts: what comes behind it is the student's own.
_NAME = re.compile(r"(?P<who>.+?)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<name>.+)|\.txt)", re.DOTALL)
_USER = re.compile(rb"[^\r\n]*\(([^()\r\n]+)\)[ \t]*(?:\r?\n|\Z)")  # the first line: "Name: Jane Doe (jane_doe)"
_TYPED = re.compile(rb"^Submission Field:\s*(?!There is no student submission text data)\S", re.MULTILINE)
_MAX_ABOUT = 1_000_000  # bytes of such a file; a longer one was typed in


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    found = {entry: _NAME.fullmatch(entry) for entry, about in entries.items() if not about.is_folder}
    everyone = {match["who"] for match in found.values() if match}
    # An assignment's name and a username may both have underscores: Blackboard's own files say the username.
    said = {_said(match["who"], entries[entry]) for entry, match in found.items() if match and not match["name"]}
    told = [task for task in said if task and all(who.startswith(task) and who != task for who in everyone)]
    task = told[0] if len(told) == 1 else common_start(everyone, "_")
    if len(told) != 1 and task.count("_") > 1:
        yield Handed("", "", remark=swallowed(task))
    for entry, match in found.items():
        if match:
            name = match["name"] or (TYPED_IN if _is_typed(entries[entry]) else "about.txt")
            yield Handed(match["who"][len(task) :], entry, name, task.removesuffix("_"), match["when"])


def _said(who: str, about: Entry) -> str:
    """Return what stands before the username, the assignment's name with its mark; "" where the file does not say."""
    try:
        found = _USER.match(about.read(_MAX_ABOUT) or b"")
    except OSError:
        return ""
    user = found[1].decode("utf-8", "replace") if found else ""
    return who.removesuffix(user) if user and who.endswith(f"_{user}") else ""


def _is_typed(about: Entry) -> bool:
    try:
        return bool(_TYPED.search(about.read(_MAX_ABOUT) or b""))
    except OSError:
        return True


LAYOUT = Layout("Blackboard", _handed)
