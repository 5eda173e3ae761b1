"""Whose is what, in the folder of a class or in a download as the platform gives it.

To add a layout: a file here with its LAYOUT, and its name in `_LAYOUTS`.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path

from keraskata.handed_in.downloads.form import Entry, Handed, Layout
from keraskata.handed_in.downloads.listing import is_around, listed
from keraskata.handed_in.kinds import may_be_submission
from keraskata.handed_in.parts import BadInput, Part
from keraskata.printable import listed as names
from keraskata.printable import one_line, quoted, shown_name

_LAYOUTS = ("gradescope", "exchange", "moodle", "blackboard", "canvas", "github_classroom")
_MAX_TIME = 100  # characters


@dataclass(frozen=True)
class Download:
    """Whose is what: the parts of each student's submission by the student's shown name, in order.

    `title` is the platform, "" for a folder for each student, and `task` the assignment, where names say it. `earlier`
    are attempts that do not count, `others` what is nobody's. `returned` is the path of a file for a student in an
    archive that the platform takes back. `when` says for each student when the work on each task was handed in, as the
    platform writes it; who is `late` is only marked.
    """

    students: dict[str, list[Part]]
    title: str = ""
    earlier: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    returned: dict[str, str] = field(default_factory=dict)
    when: dict[str, dict[str, str]] = field(default_factory=dict)
    late: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    task: str = ""


def sorted_out(place: Path, sections: Container[str] = ()) -> Download:
    """Find out whose is what in the folder or the archive of a class. Raises BadInput if nothing can be read there.

    A folder that has the name of one of `sections` is no student's.
    """
    entries = listed(place)
    if found := _recognised(place, entries):
        return found
    if inside := _inside(entries):  # as it is unpacked, or packed, with a folder around
        found = _recognised(place, inside)
        if not found and not place.is_dir() and _is_class(inside, sections):
            found = _by_name(place, inside)
        if found:
            beside = [shown_name(name) for name, each in entries.items() if not each.is_folder]
            return replace(found, others=sorted([*found.others, *beside]))
    return _by_name(place, entries)


def _inside(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Return what is in a folder around a class, beside which no submission lies; {} if there is none."""
    likely = [name for name, each in entries.items() if each.is_folder or may_be_submission(name)]
    only = entries[likely[0]] if len(likely) == 1 and is_around(likely[0]) else None
    try:
        return listed(only.part.place, only.part.inner) if only and only.is_folder else {}
    except BadInput:
        return {}


def _is_class(entries: Mapping[str, Entry], sections: Container[str]) -> bool:
    """Return whether students are among the entries: a folder or an archive that has no section's name."""
    return any((each.is_folder or _is_archive(name)) and name not in sections for name, each in entries.items())


def _recognised(place: Path, entries: Mapping[str, Entry]) -> Download | None:
    """Return what the layout says that most entries have, and more than half of them. Raises BadInput if two say it.

    Every entry of a true download has its platform's form, so that files whose names end like those of another platform
    cannot be more; what is certain counts before that. Raises BadInput, too, for a part of a download that is never
    mixed with others' folders.
    """
    layouts: list[Layout] = [import_module(f"{__name__}.{name}").LAYOUT for name in _LAYOUTS]
    for layout in layouts:
        if layout.certain(entries):
            return _sorted(layout, [*layout.handed(entries)], entries)
    found: list[tuple[int, Layout, list[Handed]]] = []
    parts: list[tuple[Layout, int]] = []
    for layout in layouts:
        said = list(layout.handed(entries))
        known = {each.entry for each in said} & entries.keys()
        beside = entries.keys() & {*layout.beside}
        if 2 * len(known) > len(entries) - len(beside):
            found.append((len(known), layout, said))
        elif known and layout.unmixed:
            parts.append((layout, len(known)))
    most = max((count for count, _, _ in found), default=0)
    best = [(layout, said) for count, layout, said in found if count == most]
    if len(best) > 1:
        titles = names([layout.title for layout, _ in best])
        raise BadInput(
            f"{place} may be a download from {titles}: all names in it can be read as either. "
            "Put the files of each student into a folder of their own, and name the folder around these."
        )
    if parts and not best:
        layout, count = parts[0]
        raise BadInput(
            f"{place}: {count} of its {len(entries)} entries are folders of {layout.title}. See who put the others "
            "there, and move them away; then grade again."
        )
    return _sorted(*best[0], entries) if best else None


def _sorted(layout: Layout, said: list[Handed], entries: Mapping[str, Entry]) -> Download:
    handed = [each for each in said if each.entry in entries and each.student]
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
        task = one_line(each.task)
        part = replace(entries[each.entry].part, name=each.name, task=task)
        students.setdefault(student, []).append(part)
        if where := layout.returned(each):
            returned.setdefault(student, where)
        when.setdefault(student, {})[task] = one_line(each.when[:_MAX_TIME])
        late |= {student} if each.late else set()
    others = [shown_name(name) for name in sorted(entries.keys() - {each.entry for each in handed} - {*layout.beside})]
    remarks, tasks = [each.remark for each in said if each.remark], {shown_name(each.task) for each in handed}
    task = tasks.pop() if len(tasks) == 1 else ""
    return Download(students, layout.title, sorted(earlier), others, returned, when, sorted(late), remarks, task)


def _by_name(place: Path, entries: Mapping[str, Entry]) -> Download:
    """Return whose is what by the names alone. Raises BadInput if nothing of it can be a submission."""
    students: dict[str, list[Part]] = {}
    others: list[str] = []
    for name, entry in entries.items():
        if not entry.is_folder and not may_be_submission(name):
            others.append(shown_name(name))
            continue
        called = Path(name).stem if _is_archive(name) and not entry.is_folder else name
        students.setdefault(shown_name(called), []).append(replace(entry.part, alone=True))
    if not students:
        raise BadInput(f"{place} holds no folder and no ZIP archive of a student, only {quoted(others)}.")
    return Download(students, others=others)


def _is_archive(name: str) -> bool:
    return name.lower().endswith(".zip")
