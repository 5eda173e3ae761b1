"""Canvas, "Download Submissions": one flat folder with files such as doejane_LATE_4711_90210_sigmoid-2.py.

The numbers are those of the student and of the file; what was typed in is doejane_4711_text.html, or ..._link.html. Of
names Canvas keeps letters, digits and "_", older ones also "-". With anonymous grading it is LATE_anon_x7Fq2_90210_....
Source: github.com/instructure/canvas-lms, `lib/content_zipper.rb` and `lib/anonymity.rb`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.printable import listed, quoted, shown_name

_NUMBER = "[0-9]{1,20}"
_SEVERAL = 3  # entries: a number that so many share is no file's
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


class _Known:
    """What is known of a class: a user has one name in it, a file one number, and these numbers lie near each other.

    It is learned from the entries that have one reading, and from numbers that stand where only one of them can be a
    file's, as the date in 20261128_sigmoid.py does that a whole class was told to write.
    """

    def __init__(self, found: Iterable[list[_Reading]]) -> None:
        each = [*found]
        self._students = {readings[0].user: readings[0].student for readings in each if len(readings) == 1}
        self._files = [readings[0].file for readings in each if len(readings) == 1 and readings[0].file]
        later = Counter(reading.file for readings in each for reading in readings[1:])
        self._repeated = {number for number, times in later.items() if times >= _SEVERAL}

    def has(self, student: str) -> bool:
        """Return whether a student has an entry of which there is no doubt."""
        return student in self._students.values()

    def allows(self, reading: _Reading) -> bool:
        """Return whether a reading agrees with what is known."""
        number = reading.file or reading.user  # of text that was typed in there is the user's alone
        near = not self._files or (min(self._files) / 2 <= number <= 2 * max(self._files)) == bool(reading.file)
        return near and self._students.get(reading.user, reading.student) == reading.student

    def is_repeated(self, reading: _Reading) -> bool:
        """Return whether the file's number of a reading stands in other entries, too."""
        return reading.file in self._repeated


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    """Yield whose each file is.

    NAME_1_2_3_REST is file 2 of user 1, who called it 3_REST, or file 3 of user 2, whose name ends with _1. Where what
    is known of the class rules out neither, it is taken for file 2, and said; but nobody can add one to the files of a
    user of which there is no doubt.
    """
    found = {entry: list(_readings(entry)) for entry, about in entries.items() if not about.is_folder}
    known = _Known(found.values())
    for entry, readings in found.items():
        if len(readings) > 1:
            first, *later = readings
            left = [first, *(each for each in later if not known.is_repeated(each))]
            readings = [each for each in left if known.allows(each)] or left
        if not readings:
            continue
        taken, remark = readings[0], ""
        if len(readings) > 1:
            is_nobodys = known.has(taken.student)
            whose = listed([shown_name(each.student) for each in readings])
            what = "nobody's" if is_nobodys else f"taken for that of {shown_name(taken.student)}"
            remark = f"{quoted([shown_name(entry)])} may be of {whose}, and is {what}: see in Canvas whose it is."
            taken = replace(taken, student="" if is_nobodys else taken.student)
        yield Handed(taken.student, entry, taken.name, late=taken.late, remark=remark)


def _readings(entry: str) -> Iterator[_Reading]:
    """Yield what the name of an entry may mean, the likeliest first."""
    if (anonymous := _ANONYMOUS.fullmatch(entry)) and not anonymous["who"][5:].isdecimal():  # else that is a user
        name = anonymous["name"] or entry.rpartition("_")[2]
        yield _Reading(anonymous["who"], name, bool(anonymous["late"]), 0, int(anonymous["file"] or 0))
    for found in _USER.finditer(entry):
        who, number, file = entry[: found.start()], found["user"], found["file"] or ""
        if not _WHO.fullmatch(who):
            return
        name = entry[found.end() + len(f"{number}_{file}_" if file else f"{number}_") :]
        yield _Reading(f"{who}_{number}", name, bool(found["late"]), int(number), int(file or 0))


def _returned(handed: Handed) -> str:
    """Return the name of a comment: Canvas finds student and file by the two numbers ("Upload Submissions")."""
    before = handed.entry.removesuffix(handed.name)
    typed = before.endswith(f"_{handed.student.rpartition('_')[2]}_")
    return "" if typed else f"{before}feedback.html"


LAYOUT = Layout("Canvas", _handed, returned=_returned)
