"""What learners handed in: a folder or a ZIP archive for each. Strangers made them: nothing but plain files is read."""

import hashlib
import os
import stat
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path, PurePosixPath

from keraskata.bulk.plain_files import plain_file
from keraskata.curriculum import Kit
from keraskata.handed_notebook import MAX_NOTEBOOK, NoNotebook, exercise_of, text_of
from keraskata.results import printable

MAX_FILE = 1_000_000
_MOST = {".py": MAX_FILE, ".ipynb": MAX_NOTEBOOK}  # the kinds of files, and how many bytes each may have
_MAX_MEMBERS, _MAX_OTHERS = 10_000, 100
_MAX_NAME = 100
_OTHER_TREES = ("solutions", "tests", "graders")  # in the archive of a whole kit


class BadInput(Exception):
    """Nothing can be graded; the message says why, and what to do."""


@dataclass(frozen=True)
class HandedIn:
    """The work of one student: the content of each exercise's file by id, and what could not be read."""

    student: str
    files: dict[str, bytes] = field(default_factory=dict)
    problem: str = ""


def students(folder: Path) -> dict[str, list[Path]]:
    """For each student, in order, what there is of them in `folder`; hidden files are not looked at.

    Raises BadInput where there is nothing.
    """
    try:
        places = sorted(place for place in folder.iterdir() if not place.name.startswith("."))
    except OSError as error:
        raise BadInput(f"{folder} cannot be read: {error.strerror}.") from error
    found: dict[str, list[Path]] = {}
    for place in places:
        found.setdefault(_student(place), []).append(place)
    if not found:
        raise BadInput(f"{folder} is empty; it should hold a folder or a ZIP archive for each student.")
    return found


def read(kit: Kit, student: str, places: list[Path]) -> HandedIn:
    """What `student` handed in, never more than one file for each exercise of the kit; a notebook is its code cells."""
    if len(places) > 1:
        return HandedIn(student, problem=f"handed in {len(places)} times: {', '.join(_line(p.name) for p in places)}")
    place = places[0]
    try:
        if stat.S_ISDIR(place.lstat().st_mode):
            files, problems = _from_folder(kit, place)
        elif place.suffix == ".zip" and stat.S_ISREG(place.lstat().st_mode):
            files, problems = _from_archive(kit, place)
        else:
            return HandedIn(student, problem="neither a folder nor a ZIP archive")
    except Exception as error:  # a stranger's archive can be wrong in any way
        return HandedIn(student, problem=f"cannot be read: {_line(str(error))}")
    if not files and not problems:
        problems = ["no file of the curriculum is in it, such as " + next(iter(kit.exercises)) + ".py"]
    return HandedIn(student, files, "; ".join(problems[:5]))


def _student(place: Path) -> str:
    name = _line(place.name.removesuffix(".zip"))
    if len(name) <= _MAX_NAME:
        return name
    return f"{name[: _MAX_NAME - 9]}…{hashlib.sha256(name.encode()).hexdigest()[:8]}"  # two long names stay two


def _line(text: str) -> str:
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def _from_folder(kit: Kit, place: Path) -> tuple[dict[str, bytes], list[str]]:
    files: dict[str, bytes] = {}
    problems = []
    inner = [entry.name for entry in os.scandir(place) if entry.is_dir(follow_symlinks=False)]
    outer = inner if len(inner) == 1 and inner[0] not in kit.sections else []
    for base in ("", "exercises", *outer, *(f"{name}/exercises" for name in outer)):
        for folder, section, name in _names(kit, place / base):
            try:
                content = plain_file(place, (*PurePosixPath(base).parts, *folder, name), _most(name))
                if content is not None:
                    problems += _take(kit, files, section, name, content)
            except (OSError, NoNotebook) as error:
                problems.append(f"{section}/{_line(name)}: {error}")
    return files, problems


def _names(kit: Kit, folder: Path) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Folder, section and name of each file that may be there, and of the notebooks that have other names.

    A file may lie in its section or in no folder at all, unless exercises of two sections have its name.
    """
    names = Counter(exercise.name for exercise in kit.exercises.values())
    for exercise, kind in product(kit.exercises.values(), _MOST):
        yield (exercise.section,), exercise.section, f"{exercise.name}{kind}"
        if names[exercise.name] == 1:
            yield (), exercise.section, f"{exercise.name}{kind}"
    for section in kit.sections:
        with suppress(OSError):
            found = sorted(name for name in os.listdir(folder / section) if name.endswith(".ipynb"))
            others = [name for name in found if f"{section}/{name.removesuffix('.ipynb')}" not in kit.exercises]
            yield from (((section,), section, name) for name in others[:_MAX_OTHERS])


def _most(name: str) -> int:
    """How many bytes a file of this name may have; none where it is not of a kind that is graded."""
    return _MOST.get(PurePosixPath(name).suffix, 0)


def _take(kit: Kit, files: dict[str, bytes], section: str, name: str, content: bytes) -> list[str]:
    """Add a file to `files`; a remark where one is due.

    A notebook of another name is that of the exercise which it was made for. Raises NoNotebook where there is none, and
    where the exercise is there already.
    """
    kind = PurePosixPath(name).suffix
    exercise = own = f"{section}/{name.removesuffix(kind)}"
    if own not in kit.exercises:
        exercise = exercise_of(content)
        if exercise not in kit.exercises:
            raise NoNotebook("the curriculum has no exercise of this name")
    if kind == ".ipynb":
        content = text_of(content).encode("utf-8", "replace")
        if len(content) > MAX_FILE:
            raise NoNotebook(f"its code is larger than {MAX_FILE // 1_000_000} MB")
    if files.setdefault(exercise, content) != content:
        raise NoNotebook(f"{exercise} is handed in twice; the first one that was found counts")
    return [] if exercise == own else [f"{section}/{_line(name)} is taken for {exercise}"]


def _from_archive(kit: Kit, place: Path) -> tuple[dict[str, bytes], list[str]]:
    files: dict[str, bytes] = {}
    problems = []
    with zipfile.ZipFile(place) as archive:
        members = archive.infolist()
        if len(members) > _MAX_MEMBERS:
            raise zipfile.BadZipFile(f"an archive of {len(members)} files")
        for member in sorted(members, key=lambda found: len(found.filename)):  # the outermost comes first
            *outer, section, name = ("", "", *PurePosixPath(member.filename).parts)
            known = f"{section}/{PurePosixPath(name).stem}" in kit.exercises
            most = _most(name) if known or (section in kit.sections and name.endswith(".ipynb")) else 0
            if not most or any(part in _OTHER_TREES for part in outer):
                continue
            try:
                if stat.S_ISLNK(member.external_attr >> 16) or member.flag_bits & 1 or member.file_size > most:
                    raise OSError(f"a link, locked with a password, or larger than {most // 10**6} MB")
                if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise OSError("packed in a way that is not read without a limit; zip it as usual")
                with archive.open(member) as file:
                    problems += _take(kit, files, section, name, file.read(most))
            except (OSError, NoNotebook) as error:
                problems.append(f"{section}/{_line(name)}: {error}")
    return files, problems
