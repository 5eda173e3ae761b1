"""Canvas, "Download Submissions": one flat folder with files such as doejane_LATE_4711_90210_sigmoid-2.py.

The numbers are those of the student and of the file; what was typed in is doejane_4711_text.html, or ..._link.html. Of
names Canvas keeps letters, digits and "_", older ones also "-". With anonymous grading it is LATE_anon_x7Fq2_90210_....
Source: github.com/instructure/canvas-lms, `lib/content_zipper.rb` and `lib/anonymity.rb`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from statistics import median_low

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.printable import listed, quoted, shown_name

_NUMBER = "[0-9]{1,20}"
_SEVERAL = 3  # students: a number that so many share is no file's
_MOST = 20  # readings: who writes more numbers one after the other into a name wants to take time
# So many times a number, or a part of it, is near: files of an assignment are of some weeks, accounts of many years.
# A file's number that is farther than _FAR from all others is none, for certain.
_FILES, _USERS, _FAR = 2, 30, 10
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


class _Near:
    """The numbers that lie near known ones: up to so many times as large or as small. Any, if none is known."""

    def __init__(self, known: list[int], times: int) -> None:
        self.known = bool(known)
        self._times, self._least, self._most = times, min(known, default=0), times * max(known, default=0)

    def has(self, number: int) -> bool:
        """Return whether a number lies near."""
        return not self.known or (self._least <= self._times * number and number <= self._most)


class _Known:
    """What is known of a class: a user has one name in it, a file one number; numbers of a kind lie near each other.

    It is learned from the entries that have one reading. Where there are none, the numbers that most students have say
    it, by the first readings: each student's files begin with one name, so that one student can forge one of them.
    """

    def __init__(self, found: Iterable[list[_Reading]]) -> None:
        each = [*found]
        first, certain = [readings[0] for readings in each], [readings[0] for readings in each if len(readings) == 1]
        self._students = {reading.user: reading.student for reading in certain if reading.user}
        files = [reading.file for reading in certain if reading.file]
        pairs = {(reading.student, reading.file) for reading in first if reading.file}
        self._far, self._certain = _Near(files, _FAR), _Near(files, _FILES)
        self._strange = _Near([*self._students], _FAR)
        self._files = self._certain if files else _most([file for _, file in pairs], _FILES)
        users = {reading.user for reading in first if reading.user}
        self._users = _Near([*self._students], _USERS) if self._students else _most([*users], _USERS)

    def possible(self, readings: list[_Reading]) -> list[_Reading]:
        """Return the readings that agree with what is certain, or all."""
        names = [each for each in readings if self._students.get(each.user, each.student) == each.student]
        far = {each for each in names if each.file and not self._far.has(each.file)}
        return [each for each in names if each not in far and (each.file or not self._is_file(each.user))] or readings

    def _is_file(self, number: int) -> bool:
        """Return whether the only number of text that was typed in is a file's for certain, and far from all users'."""
        return self._certain.known and self._certain.has(number) and not self._strange.has(number)

    def likely(self, readings: list[_Reading]) -> list[_Reading]:
        """Return the readings whose numbers lie near those of others, or all."""
        near = [each for each in readings if _agrees(each, self._files)] or readings
        return [each for each in near if not each.user or self._users.has(each.user)] or near


def _agrees(reading: _Reading, files: _Near) -> bool:
    """Return whether the number of a file lies near others; of text that was typed in the only one is the user's."""
    return not files.known or files.has(reading.file or reading.user) == bool(reading.file)


def _most(numbers: list[int], times: int) -> _Near:
    """Return what lies near the number in the middle, if more than half do; else all."""
    near = _Near([median_low(numbers)] if numbers else [], times)
    return near if 2 * sum(map(near.has, numbers)) > len(numbers) else _Near([], times)


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    """Yield whose each file is.

    NAME_1_2_3_REST is file 2 of user 1, who called it 3_REST, or file 3 of user 2, whose name ends with _1. Where what
    is certain of the class rules out neither, it is said, and the likelier one counts. Where both are likely, it is
    taken for file 2; but nobody can add one to the files of a user of which there is no doubt.
    """
    files = [entry for entry, about in entries.items() if not about.is_folder]
    each_read = {entry: [*islice(_readings(entry), _MOST + 1)] for entry in files}
    read = {entry: readings for entry, readings in each_read.items() if 0 < len(readings) <= _MOST}
    for entry in [entry for entry, readings in each_read.items() if len(readings) > _MOST]:
        yield Handed("", entry, remark=f"{quoted([shown_name(entry)])} is nobody's: it has too many numbers.")
    repeated = _repeated(read.values())
    certain = any(len(readings) == 1 and readings[0].file for readings in read.values())
    known = _Known(read.values() if certain else (_kept(readings, repeated) for readings in read.values()))
    possible, likely = dict[str, list[_Reading]](), dict[str, list[_Reading]]()
    for entry, readings in read.items():
        may_be = known.possible(readings)
        near = known.likely(may_be)
        possible[entry] = [each for each in may_be if each in near or each.file not in repeated]
        likely[entry] = _kept(near, repeated)
    settled = {readings[0].student for readings in likely.values() if len(readings) == 1}
    for entry, (taken, *others) in likely.items():
        student, remark = "" if others and taken.student in settled else taken.student, ""
        if len(possible[entry]) > 1:
            whose = listed([shown_name(each.student) for each in possible[entry]])
            what = f"taken for that of {shown_name(student)}" if student else "nobody's"
            remark = f"{quoted([shown_name(entry)])} may be of {whose}, and is {what}: see in Canvas whose it is."
        yield Handed(student, entry, taken.name, late=taken.late, remark=remark)


def _kept(readings: list[_Reading], repeated: set[int]) -> list[_Reading]:
    """Return the first reading, and the others without those whose file has a repeated number."""
    return [*readings[:1], *(each for each in readings[1:] if each.file not in repeated)]


def _repeated(found: Iterable[list[_Reading]]) -> set[int]:
    """Return numbers where only one can be a file's, as the date in 20261128_sigmoid.py that a class was told to write.

    Several students have them; one alone could write the number of an own file into the names of others. Several could
    write a neighbour's: such a reading never counts beside another, and where it is as likely, that is said.
    """
    later = {(readings[0].student, reading.file) for readings in found for reading in readings[1:] if reading.file}
    return {number for number, times in Counter(number for _, number in later).items() if times >= _SEVERAL}


def _readings(entry: str) -> Iterator[_Reading]:
    """Yield what the name of an entry may mean, the likeliest first."""
    if (anonymous := _ANONYMOUS.fullmatch(entry)) and (
        anonymous["late"] or not anonymous["who"][5:].isdecimal()  # else that is a user
    ):
        name = anonymous["name"] or entry.rpartition("_")[2]
        yield _Reading(anonymous["who"], name, bool(anonymous["late"]), 0, int(anonymous["file"] or 0))
        if anonymous["late"]:  # Canvas writes names in lower case: no user is called so
            return
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
