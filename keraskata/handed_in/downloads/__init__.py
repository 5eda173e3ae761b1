"""Whose is what, in the folder of a class or in a download as the platform gives it.

To add a layout: a file here with its LAYOUT, and its name in `_LAYOUTS`.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.handed_in.downloads.listing import listed
from keraskata.handed_in.parts import BadInput, Part
from keraskata.printable import one_line, shown_name

_LAYOUTS = ("gradescope", "exchange", "moodle", "blackboard", "canvas", "github_classroom")
_MAX_TIME = 100  # characters
# Folders around a class that no student chose the name of; in any other the names may be a student's own.
_AROUND = re.compile(r"submissions|.*-submissions|assignment_\d+_export", re.IGNORECASE)


@dataclass(frozen=True)
class Download:
    """Whose is what: the parts of each student's submission by the student's shown name, in order.

    `title` is the platform, "" for a folder for each student. `earlier` are attempts that do not count, `others` what
    is nobody's. `returned` is the path of a file for a student in an archive that the platform takes back. `when` says
    for each student when the work on each task was handed in, as the platform writes it; who is `late` is only marked.
    """

    students: dict[str, list[Part]]
    title: str = ""
    earlier: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    returned: dict[str, str] = field(default_factory=dict)
    when: dict[str, dict[str, str]] = field(default_factory=dict)
    late: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def sorted_out(place: Path, sections: Container[str] = ()) -> Download:
    """Find out whose is what in the folder or the archive of a class. Raises BadInput if nothing can be read there.

    A folder that has the name of one of `sections` is no student's.
    """
    entries = listed(place)
    if found := _recognised(entries):
        return found
    if len(entries) == 1 and (
        inside := _inside(*next(iter(entries.items())))
    ):  # as it is unpacked, or packed, with a folder around
        if found := _recognised(inside):
            return found
        if not place.is_dir() and _is_class(inside, sections):
            entries = inside
    return Download(_by_name(entries))


def _inside(name: str, only: Entry) -> dict[str, Entry]:
    try:
        return listed(only.part.place, only.part.inner) if only.is_folder and _AROUND.fullmatch(name) else {}
    except BadInput:
        return {}


def _is_class(entries: Mapping[str, Entry], sections: Container[str]) -> bool:
    return all((each.is_folder or _is_archive(name)) and name not in sections for name, each in entries.items())


def _recognised(entries: Mapping[str, Entry]) -> Download | None:
    """Return what the layout says that knows more than half of the entries, if there is one."""
    for name in _LAYOUTS:
        layout: Layout = import_module(f"{__name__}.{name}").LAYOUT
        said = list(layout.handed(entries))
        handed = [each for each in said if each.entry in entries]
        known = {each.entry for each in handed}
        if 2 * len(known) > len(entries.keys() - layout.beside):
            found = _sorted(layout, handed, entries, sorted(entries.keys() - known - {*layout.beside}))
            return replace(found, remarks=[each.remark for each in said if each.remark])
    return None


def _sorted(layout: Layout, handed: list[Handed], entries: Mapping[str, Entry], others: list[str]) -> Download:
    last: dict[tuple[str, str], str] = {}
    for each in handed:
        last[each.student, each.task] = max(each.when, last.get((each.student, each.task), ""))
    students: dict[str, list[Part]] = {}
    when: dict[str, dict[str, str]] = {}
    earlier, late, returned = set(), set(), dict[str, str]()
    for each in handed:
        student = shown_name(each.student)
        if each.when != last[each.student, each.task]:
            earlier.add(f"{student} ({shown_name(each.when)})")
            continue
        students.setdefault(student, []).append(replace(entries[each.entry].part, name=each.name))
        if where := layout.returned(each.entry):
            returned.setdefault(student, where)
        when.setdefault(student, {})[one_line(each.task)] = one_line(each.when[:_MAX_TIME])
        late |= {student} if each.late else set()
    shown = [shown_name(name) for name in others]
    return Download(students, layout.title, sorted(earlier), shown, returned, when, sorted(late))


def _by_name(entries: Mapping[str, Entry]) -> dict[str, list[Part]]:
    students: dict[str, list[Part]] = {}
    for name, entry in entries.items():
        called = Path(name).stem if _is_archive(name) and not entry.is_folder else name
        students.setdefault(shown_name(called), []).append(replace(entry.part, alone=True))
    return students


def _is_archive(name: str) -> bool:
    return name.lower().endswith(".zip")
