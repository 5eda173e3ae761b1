"""Reads submissions: a folder or a ZIP archive for each student. They are untrusted: only plain files are read.

This happens in another process, with limits: see `reading`.
"""

import io
import os
import stat
import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from math import inf
from pathlib import Path
from zipfile import BadZipFile

from keraskata.curriculum import Kit
from keraskata.handed_in import archive
from keraskata.handed_in.budget import MAX_BYTES, File, Later, Spent, Tell
from keraskata.handed_in.litter import of_programs, of_systems
from keraskata.handed_in.matching import Matched, may_be_code
from keraskata.handed_in.plain_files import plain_file
from keraskata.printable import one_line, shown_name

_MAX_LISTED, _MAX_DEPTH = 100_000, 40  # files of any kind in folders, and folders in each other
_MAX_ARCHIVE, _MAX_NESTED = 20_000_000, 2  # bytes of an archive within a submission, and archives in each other
_SAID, _MAX_SAID = 5, 300  # problems shown for one submission, and characters of a problem with one file


class BadInput(Exception):
    """Nothing can be graded; the message says why, and what to do."""


@dataclass(frozen=True)
class Work:
    """The work of one student: the content of each exercise's file by id, and what could not be read."""

    student: str
    files: dict[str, bytes] = field(default_factory=dict)
    problem: str = ""


def students(folder: Path) -> dict[str, list[Path]]:
    """List the submissions of each student in `folder`, in order, without files that systems and programs put there.

    Raises BadInput if there are none.
    """
    if folder.is_file():
        raise BadInput(f"{folder} is a file: unpack it, and name the folder with the students' folders.")
    try:
        places = sorted(place for place in folder.iterdir() if not of_systems(place.name))
    except OSError as error:
        raise BadInput(f"{folder} cannot be read: {error.strerror}.") from error
    if not places:
        raise BadInput(f"{folder} is empty; it should hold a folder or a ZIP archive for each student.")
    by_name: dict[str, list[Path]] = {}
    for place in places:
        name = place.stem if place.suffix.lower() == ".zip" else place.name
        by_name.setdefault(shown_name(name), []).append(place)
    return by_name


def read(
    kit: Kit,
    student: str,
    places: list[Path],
    seconds: float = inf,
    tell: Tell = lambda *what: None,
    most: int = MAX_BYTES,
) -> Work:
    """Read what `student` handed in: at most one file for each exercise of the kit; of a notebook its code cells.

    `tell` is called with what is being read. After `seconds` of CPU time no further file is read. Raises Later if
    there are more than `most` bytes.
    """
    end = time.process_time() + seconds
    found = Matched(kit, lambda: end - time.process_time(), tell, most)
    problem = _read(places, found)
    said = problems = found.problems
    if problem:
        said = [problem, *problems]
    elif not found.files:
        said = [*problems, "no file of the curriculum is in it, such as " + next(iter(kit.exercises)) + ".py"]
    shown = said[:_SAID]
    if len(said) > _SAID:
        shown.append(f"and {len(said) - _SAID} more")
    return Work(student, found.files, "; ".join(shown))


def _read(places: list[Path], found: Matched) -> str:
    """Fill `found`; return why it is not complete, or ""."""
    if len(places) > 1:
        return f"handed in {len(places)} times: {', '.join(one_line(place.name) for place in places)}"
    (place,) = places
    try:
        if stat.S_ISDIR(place.lstat().st_mode):
            _take(found, list(_inside(place, found)))
            return ""
        if place.suffix.lower() != ".zip" or not stat.S_ISREG(place.lstat().st_mode):
            return "neither a folder nor a ZIP archive: put the files of each student into a folder"
        with place.open("rb") as file:
            _take(found, archive.files(file))
        return ""
    except Later:
        raise
    except Spent as error:
        return str(error)
    except MemoryError:
        return "takes too much memory to read"
    except Exception as error:  # an untrusted archive can be wrong in any way
        return f"cannot be read: {one_line(str(error)[:_MAX_SAID])}"


def _take(found: Matched, files: Sequence[File]) -> None:
    """Take what counts of these files, and then of the archives among them. Raises Spent and Later."""
    for _ in range(_MAX_NESTED):
        found.take(files)
        files = [inner for file in files if _is_archive(file) for inner in _unpacked(file, found)]
    found.take(files)
    for file in filter(_is_archive, files):
        found.leave_out("/".join(file.path), "an archive in an archive in an archive")


def _is_archive(file: File) -> bool:
    return file.path[-1].lower().endswith(".zip")


def _unpacked(file: File, found: Matched) -> list[File]:
    try:
        content = found.read(file, _MAX_ARCHIVE)
        return archive.files(io.BytesIO(content), file.path) if content else []
    except (OSError, BadZipFile) as error:
        found.leave_out("/".join(file.path), str(error))
        return []


def _inside(place: Path, found: Matched) -> Iterator[File]:
    """Yield the files in a folder, the nearest first; no link is followed."""
    waiting: deque[tuple[str, ...]] = deque([()])
    listed = 0
    while waiting:
        outer = waiting.popleft()
        try:
            with os.scandir(place.joinpath(*outer)) as entries:
                for entry in entries:
                    listed += 1
                    if listed > _MAX_LISTED:
                        found.fail(f"more than {_MAX_LISTED} files: not all are looked at")
                        return
                    if of_programs(entry.name):
                        continue
                    path, is_folder = (*outer, entry.name), entry.is_dir(follow_symlinks=False)
                    if not is_folder or may_be_code(entry.name):
                        yield File(path, partial(plain_file, place, path))
                    if is_folder and len(path) <= _MAX_DEPTH:
                        waiting.append(path)
                    elif is_folder:
                        found.leave_out("/".join(path), f"more than {_MAX_DEPTH} folders in each other")
                    elif entry.is_symlink() and "." not in entry.name:
                        found.leave_out("/".join(path), "a link")
        except OSError as error:
            found.leave_out("/".join(outer) or place.name, error.strerror or "cannot be read")
