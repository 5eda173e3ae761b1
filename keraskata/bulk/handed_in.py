"""What learners handed in: a folder or a ZIP archive for each. Strangers made them: nothing but plain files is read."""

import hashlib
import os
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path, PurePosixPath

from keraskata.curriculum import Kit
from keraskata.handed_notebook import MAX_NOTEBOOK, NoNotebook, text_of
from keraskata.results import printable

MAX_FILE = 1_000_000
_MOST = {".py": MAX_FILE, ".ipynb": MAX_NOTEBOOK}  # the kinds of files, and how many bytes each may have
_MAX_MEMBERS = 10_000
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
        for exercise, (kind, most) in product(kit.exercises.values(), _MOST.items()):
            path = (*PurePosixPath(base).parts, exercise.section, f"{exercise.name}{kind}")
            try:
                content = _plain_file(place, path, most)
                if content is not None:
                    _take(files, exercise.id, kind, content)
            except (OSError, NoNotebook) as error:
                problems.append(f"{exercise.id}{kind}: {error}")
    return files, problems


def _take(files: dict[str, bytes], exercise: str, kind: str, content: bytes) -> None:
    """Add what was handed in for an exercise. Raises NoNotebook, and OSError where there is something already."""
    if kind == ".ipynb":
        text = text_of(content).encode("utf-8", "replace")
        if len(text) > MAX_FILE:
            raise NoNotebook(f"its code is larger than {MAX_FILE // 1_000_000} MB")
        content = text
    if files.setdefault(exercise, content) != content:
        raise OSError("handed in twice; the first one that was found counts")


def _plain_file(place: Path, path: tuple[str, ...], most: int) -> bytes | None:
    """The content of an ordinary file, no link on the way to it; None where there is none. Raises OSError."""
    *folders, name = path
    with _opened(place, os.O_DIRECTORY, None) as start:
        at = os.dup(start)
        try:
            for folder in folders:
                with _opened(folder, os.O_DIRECTORY, at) as inner:
                    os.dup2(inner, at)
            with _opened(name, os.O_NONBLOCK, at) as number:
                return _content(number, most)
        except FileNotFoundError:
            return None
        finally:
            os.close(at)


def _content(number: int, most: int) -> bytes:
    state = os.fstat(number)
    if not stat.S_ISREG(state.st_mode):
        raise OSError("not an ordinary file")
    if state.st_nlink > 1:
        raise OSError("a hard link")
    if state.st_size > most:
        raise OSError(f"larger than {most // 1_000_000} MB")
    with os.fdopen(os.dup(number), "rb") as file:
        return file.read(most)


@contextmanager
def _opened(name: str | Path, flags: int, at: int | None) -> Iterator[int]:
    try:
        number = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | flags, dir_fd=at)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise OSError("a link, or not to be read") from error
    try:
        yield number
    finally:
        os.close(number)


def _from_archive(kit: Kit, place: Path) -> tuple[dict[str, bytes], list[str]]:
    files: dict[str, bytes] = {}
    problems = []
    with zipfile.ZipFile(place) as archive:
        members = archive.infolist()
        if len(members) > _MAX_MEMBERS:
            raise zipfile.BadZipFile(f"an archive of {len(members)} files")
        for member in sorted(members, key=lambda found: len(found.filename)):  # the outermost comes first
            *outer, section, name = ("", "", *PurePosixPath(member.filename).parts)
            kind = PurePosixPath(name).suffix
            exercise, most = f"{section}/{name.removesuffix(kind)}", _MOST.get(kind, 0)
            if exercise not in kit.exercises or not most or any(part in _OTHER_TREES for part in outer):
                continue
            locked = stat.S_ISLNK(member.external_attr >> 16) or member.flag_bits & 1
            if locked or member.file_size > most:
                problems.append(f"{exercise}{kind}: a link, locked with a password, or larger than {most // 10**6} MB")
                continue
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                problems.append(f"{exercise}{kind}: packed in a way that is not read without a limit; zip it as usual")
                continue
            try:
                with archive.open(member) as file:
                    _take(files, exercise, kind, file.read(most))
            except (OSError, NoNotebook) as error:
                problems.append(f"{exercise}{kind}: {error}")
    return files, problems
