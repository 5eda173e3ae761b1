"""GitHub Classroom, and clones by hand: a folder with clones such as sigmoid-janedoe, all of which begin alike.

Classroom's command puts them into a folder such as sigmoid-submissions, which says what the assignment is called. A
clone of exactly that name is the template.
Source: docs.github.com, "gh classroom clone student-repos".
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from keraskata.handed_in.downloads.form import Entry, Handed, Layout, common_start, swallowed

_REPOSITORY = re.compile(r"[\w.-]+", re.ASCII)
_AROUND = "-submissions"


def _handed(entries: Mapping[str, Entry]) -> Iterator[Handed]:
    clones = [name for name, about in entries.items() if about.is_folder and ".git" in about.inside()]
    clones = [name for name in clones if _REPOSITORY.fullmatch(name)]
    said, template = _said_by_folder(entries, clones), _template(clones)
    task = said or (_alone(entries, template) if template else _common(entries, clones))
    if task and not (said or template) and "-" in task:
        yield Handed("", "", remark=swallowed(task))
    for entry in clones if task else ():
        if entry == task or entry.startswith(f"{task}-"):
            yield Handed(entry.removeprefix(task).removeprefix("-"), entry, task=task)


def _said_by_folder(entries: Mapping[str, Entry], clones: list[str]) -> str:
    part = next(iter(entries.values())).part
    around = Path(part.place.absolute(), *part.inner).parent.name
    task = around.removesuffix(_AROUND) if around.endswith(_AROUND) else ""
    return task if any(name.startswith(f"{task}-") for name in clones) else ""


def _template(clones: list[str]) -> str:
    shortest = min(clones, key=len, default="")
    others = [name for name in clones if name != shortest]
    return shortest if others and all(name.startswith(f"{shortest}-") for name in others) else ""


def _alone(entries: Mapping[str, Entry], template: str) -> str:
    """Return the template; "" beside folders of other names: ann and ann-marie hand in a .git, and bob does not."""
    folders = [name for name, each in entries.items() if each.is_folder and name != template]
    return template if all(name.startswith(f"{template}-") for name in folders) else ""


def _common(entries: Mapping[str, Entry], clones: list[str]) -> str:
    """Return how all clones begin; "" where that may be how a system calls its users, who can hand in a .git, too.

    There other folders begin so, or only numbers come behind it: stud-001.
    """
    start = common_start(clones, "-")
    others = any(each.is_folder and name.startswith(start) for name, each in entries.items() if name not in clones)
    return "" if others or all(name[len(start) :].isdecimal() for name in clones) else start.removesuffix("-")


LAYOUT = Layout("GitHub Classroom", _handed)
