"""Reads submissions: a folder or a ZIP archive for each student. They are untrusted: only plain files are read.

This happens in another process, with limits: see `reading`.
"""

import io
import os
import stat
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from math import inf
from pathlib import Path
from zipfile import BadZipFile

from keraskata.curriculum import Kit
from keraskata.handed_in import archive
from keraskata.handed_in.budget import MAX_BYTES, File, Later, Spent, Tell
from keraskata.handed_in.downloads.listing import members
from keraskata.handed_in.kinds import may_be_code
from keraskata.handed_in.litter import of_programs
from keraskata.handed_in.matching import Matched
from keraskata.handed_in.parts import Part
from keraskata.handed_in.plain_files import plain_file
from keraskata.printable import one_line

_MAX_LISTED, _MAX_DEPTH = 100_000, 40  # files of any kind in folders, and folders in each other
_MAX_ARCHIVE, _MAX_NESTED = 20_000_000, 2  # bytes of an archive within a submission, and archives in each other
_STAMP, _MAX_STAMP, _MAX_STAMPS = "timestamp.txt", 1_000, 50  # nbgrader's, bytes of one, and how many are read
_SAID, _MAX_SAID = 5, 300  # problems shown for one submission, and characters of a problem with one file


class _NoSubmission(Exception):
    """What was handed in is neither a folder nor an archive; the message says what to do."""


@dataclass(frozen=True)
class Work:
    """The work of one student: the content of each exercise's file by id, and what could not be read.

    `when` says for each folder of the submission what nbgrader wrote into its `timestamp.txt`, "" for the outermost;
    `tasks` says for each exercise in which of these folders, or for which task of a platform, its file was handed in.
    `note` says of files with other names which exercise they were taken for.
    """

    student: str
    files: dict[str, bytes] = field(default_factory=dict)
    problem: str = ""
    when: dict[str, str] = field(default_factory=dict)
    note: str = ""
    tasks: dict[str, str] = field(default_factory=dict)


def read(
    kit: Kit,
    student: str,
    parts: list[Part],
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
    when: dict[str, str] = {}
    problem = _read(parts, found, when, tell)
    said = problems = found.problems
    if problem:
        said = [problem, *problems]
    elif not found.files:
        said = [*problems, "no file of the curriculum is in it, such as " + next(iter(kit.exercises)) + ".py"]
    return Work(student, found.files, _joined(said), when, _joined(found.renamed), found.tasks)


def _joined(said: list[str]) -> str:
    return "; ".join([*said[:_SAID], *([f"and {len(said) - _SAID} more"] if len(said) > _SAID else [])])


def _read(parts: list[Part], found: Matched, when: dict[str, str], tell: Tell) -> str:
    """Fill `found` and `when`; return why it is not complete, or ""."""
    if len(parts) > 1 and parts[0].alone:
        return f"handed in {len(parts)} times: {', '.join(one_line(part.called) for part in parts)}"
    try:
        with ExitStack() as opened:
            files = [file for part in parts for file in _files(part, found, opened, len(parts) > 1)]
            if parts[0].is_folder_of_a_class:
                when |= _times(files)
                files = [replace(file, task=_task(file, when)) for file in files]
            for folder, said in when.items():
                tell("when", folder, said.encode())
            _take(found, files)
        return ""
    except Later:
        raise
    except (Spent, _NoSubmission) as error:
        return str(error)
    except MemoryError:
        return "takes too much memory to read"
    except Exception as error:  # an untrusted archive can be wrong in any way
        return f"cannot be read: {one_line(str(error)[:_MAX_SAID])}"


def _files(part: Part, found: Matched, opened: ExitStack, several: bool) -> list[File]:
    """Return the files of a part, those of a folder within it if there are `several`. Raises OSError, BadZipFile."""
    outer = (part.called,) if several else ()
    if part.inner:
        return [
            replace(file, path=(*outer, *path) if path else (part.called,), task=part.task)
            for file, path in _members(part)
        ]
    state = part.place.lstat().st_mode
    if stat.S_ISDIR(state):
        return [replace(file, path=(*outer, *file.path), task=part.task) for file in _inside(part.place, found)]
    if part.name:
        return [File((part.name,), partial(plain_file, part.place.parent, (part.place.name,)), part.task)]
    if part.place.suffix.lower() != ".zip" or not stat.S_ISREG(state):
        raise _NoSubmission("neither a folder nor a ZIP archive: put the files of each student into a folder")
    return archive.files(opened.enter_context(part.place.open("rb")))


def _members(part: Part) -> Iterator[tuple[File, tuple[str, ...]]]:
    """Yield the members of a class's archive that are a part, each with its path in it; () for a file."""
    depth = len(part.inner)
    for file in members(part.place).files:
        if file.path[:depth] == part.inner:
            yield file, file.path[depth:]


def _take(found: Matched, files: Sequence[File]) -> None:
    """Take what counts of these files, and then of the archives among them. Raises Spent and Later."""
    for _ in range(_MAX_NESTED):
        found.take(files)
        files = [inner for file in files if _is_archive(file) for inner in _unpacked(file, found)]
    found.take(files)
    for file in filter(_is_archive, files):
        found.leave_out("/".join(file.path), "an archive in an archive in an archive")


def _times(files: Sequence[File]) -> dict[str, str]:
    """Return what the timestamps of the submission and of its folders say; "" for one that cannot be read."""
    found = {}
    for file in [file for file in files if file.path[-1] == _STAMP and len(file.path) <= 2][:_MAX_STAMPS]:
        try:
            said = (file.read(_MAX_STAMP) or b"").decode("utf-8", "replace").strip()
        except OSError:
            said = ""
        found[one_line(file.path[0]) if file.path[1:] else ""] = one_line(said)
    return found


def _task(file: File, when: Mapping[str, str]) -> str:
    """Return the folder with a timestamp that a file lies in; "" for the outermost."""
    folder = one_line(file.path[0])
    return folder if file.path[1:] and folder in when else ""


def _is_archive(file: File) -> bool:
    return file.path[-1].lower().endswith(".zip")


def _unpacked(file: File, found: Matched) -> list[File]:
    try:
        content = found.read(file, _MAX_ARCHIVE)
        inner = [] if content is None else archive.files(io.BytesIO(content))
        return [replace(each, path=(*file.path, *each.path), task=file.task) for each in inner]
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
