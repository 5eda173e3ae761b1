"""Canvas, "Download Submissions": one flat folder with files such as doejane_LATE_4711_90210_sigmoid-2.py.

The numbers are those of the student and of the file; what was typed in is doejane_4711_text.html, or ..._link.html. Of
names Canvas keeps letters, digits and "_", older ones also "-". With anonymous grading it is LATE_anon_x7Fq2_90210_....
Source: github.com/instructure/canvas-lms, `lib/content_zipper.rb` and `lib/anonymity.rb`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.printable import listed, quoted, shown_name

_NUMBER = "[0-9]{1,20}"
_TYPED = r"(?:text|link)\.html"
_WHO = re.compile(r"[^\s\x00-\x1f!-,./:-@\[-^`{-\x7f]*")
_USER = re.compile(rf"_(?P<late>LATE_)?(?=(?P<user>{_NUMBER})_(?:(?P<file>{_NUMBER})_.|{_TYPED}\Z))", re.DOTALL)
_ANONYMOUS = re.compile(
    rf"(?P<late>LATE_)?(?P<who>anon_[0-9A-Za-z]{{5}})_(?:(?P<file>{_NUMBER})_(?P<name>.+)|{_TYPED})", re.DOTALL
)


@dataclass(frozen=True)
class _Reading:
    """What the name of an entry may mean; `user` and `file` are its numbers, 0 where it has none."""

    student: str
    name: str
    late: bool
    user: int
    file: int


class _Certain:
    """What is known of a class: a user has one name in it, and the numbers of files are larger than those of users.

    A Canvas has more files than users; where these say otherwise, order says nothing.
    """

    def __init__(self, readings: Iterable[_Reading]) -> None:
        each = [*readings]
        self._students = {reading.user: reading.student for reading in each if reading.user}
        self._last_user = max(self._students, default=0)
        self._first_file = min((reading.file for reading in each if reading.file), default=inf)

    def allows(self, reading: _Reading) -> bool:
        """Return whether a reading agrees with that."""
        user, file = reading.user, reading.file or inf
        in_order = self._last_user > self._first_file or (user < self._first_file and file > max(user, self._last_user))
        return in_order and self._students.get(user, reading.student) == reading.student


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    """Yield whose each file is.

    NAME_1_2_3_REST is file 2 of user 1, who called it 3_REST, or file 3 of user 2, whose name ends with _1: it is taken
    only if the files of which there is no doubt rule out all readings but one.
    """
    found = {entry: list(_readings(entry)) for entry, about in entries.items() if not about.is_folder}
    certain = _Certain(readings[0] for readings in found.values() if len(readings) == 1)
    for entry, readings in found.items():
        if len(readings) > 1:
            readings = [each for each in readings if certain.allows(each)] or readings
        if len(readings) == 1:
            yield Handed(readings[0].student, entry, readings[0].name, late=readings[0].late)
        elif readings:
            whose = listed([shown_name(each.student) for each in readings])
            mend = "see in Canvas whose it is, and take the number of the other out of its name"
            yield Handed("", entry, remark=f"{quoted([shown_name(entry)])} may be of {whose}: {mend}.")


def _readings(entry: str) -> Iterator[_Reading]:
    for found in _USER.finditer(entry):
        who, number, file = entry[: found.start()], found["user"], found["file"] or ""
        if not _WHO.fullmatch(who):
            return
        name = entry[found.end() + len(f"{number}_{file}_" if file else f"{number}_") :]
        yield _Reading(f"{who}_{number}", name, bool(found["late"]), int(number), int(file or 0))
    if (anonymous := _ANONYMOUS.fullmatch(entry)) and not anonymous["who"][5:].isdecimal():  # that is read above
        name = anonymous["name"] or entry.rpartition("_")[2]
        yield _Reading(anonymous["who"], name, bool(anonymous["late"]), 0, int(anonymous["file"] or 0))


def _returned(handed: Handed) -> str:
    """Return the name of a comment: Canvas finds student and file by the two numbers ("Upload Submissions")."""
    before = handed.entry.removesuffix(handed.name)
    typed = before.endswith(f"_{handed.student.rpartition('_')[2]}_")
    return "" if typed else f"{before}feedback.html"


LAYOUT = Layout("Canvas", _handed, returned=_returned)
