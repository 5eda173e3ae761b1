"""Reads submissions: a folder or a ZIP archive for each student. They are untrusted: only plain files are read.

This happens in another process, with limits: see `reading`.
"""

import os
import re
import stat
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from math import inf
from pathlib import Path, PurePosixPath

from keraskata.curriculum import Kit
from keraskata.handed_in.matching import MAX_BYTES, Later, Matched, Spent, Tell
from keraskata.handed_in.plain_files import plain_file
from keraskata.printable import one_line, shown_name

_MAX_TAIL = 22 + 65_535  # bytes at the end of an archive that hold its end record, with the longest comment
_MAX_LISTING = 5_000_000  # bytes of an archive's own list of files
_MAX_MEMBERS, _MAX_LISTED, _MAX_FOLDERS = 10_000, 100_000, 100  # the second: files of any kind in folders
_DAMAGED = (OSError, ValueError, EOFError, struct.error, zlib.error)  # zipfile raises these beside its own BadZipFile
_SAID, _MAX_SAID = 5, 300  # problems shown for one submission, and characters of a problem with one file
_OTHER_TREES = frozenset(("solutions", "tests", "graders"))  # these are in the archive of a whole kit
# Files that systems and programs put beside the submissions; a Mac adds `._NAME` to each file on a foreign disk.
_LITTER = re.compile(
    r"__MACOSX|\._.*|\.(DS_Store|Trash.*|Spotlight-V100|fseventsd|TemporaryItems|localized|directory|"
    r"ipynb_checkpoints|git.*|nfs.*|~lock.*)"
)


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
    try:
        places = sorted(place for place in folder.iterdir() if not _LITTER.fullmatch(place.name))
    except OSError as error:
        raise BadInput(f"{folder} cannot be read: {error.strerror}.") from error
    if not places:
        raise BadInput(f"{folder} is empty; it should hold a folder or a ZIP archive for each student.")
    by_name: dict[str, list[Path]] = {}
    for place in places:
        by_name.setdefault(place.stem if place.suffix.lower() == ".zip" else place.name, []).append(place)
    return {shown_name(name): places for name, places in by_name.items()}


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
    problem = _read(kit, places, found)
    said = found.problems[:_SAID]
    if problem:
        said = [problem, *said]
    elif not found.files and not said:
        said = ["no file of the curriculum is in it, such as " + next(iter(kit.exercises)) + ".py"]
    if len(found.problems) > _SAID:
        said.append(f"and {len(found.problems) - _SAID} more")
    return Work(student, found.files, "; ".join(said))


def _read(kit: Kit, places: list[Path], found: Matched) -> str:
    """Fill `found`; return why it is not complete, or ""."""
    if len(places) > 1:
        return f"handed in {len(places)} times: {', '.join(one_line(place.name) for place in places)}"
    (place,) = places
    try:
        if stat.S_ISDIR(place.lstat().st_mode):
            _from_folder(kit, place, found)
        elif place.suffix.lower() == ".zip" and stat.S_ISREG(place.lstat().st_mode):
            _from_archive(kit, place, found)
        else:
            return "neither a folder nor a ZIP archive"
    except Later:
        raise
    except Spent as error:
        return str(error)
    except MemoryError:
        return "takes too much memory to read"
    except Exception as error:  # an untrusted archive can be wrong in any way
        return f"cannot be read: {one_line(str(error)[:_MAX_SAID])}"
    return ""


def _hidden(name: str) -> bool:
    """Return whether a program put it there for itself: .ipynb_checkpoints, or what a Mac adds to an archive."""
    return name.startswith(".") or name == "__MACOSX"


def _from_folder(kit: Kit, place: Path, found: Matched) -> None:
    seen = _Seen()
    inner = sorted(each.name for each in seen.listed(place) if each.is_dir(follow_symlinks=False))
    apart = {"exercises", *kit.sections, *_OTHER_TREES}
    outer = [name for name in inner if name not in apart and not _hidden(name)][:_MAX_FOLDERS]
    if len(inner) == 1 and inner[0] not in kit.sections:  # everything is in this folder, whatever its name
        outer = inner
    bases = ["", "exercises", *outer, *(f"{name}/exercises" for name in outer)]
    for base, section in (*product(bases, kit.sections), *product(bases, [""])):  # files outside of sections come last
        for name in _names(seen, place / base / section, section, found):
            path = (*PurePosixPath(base, section).parts, name)
            found.take(section, name, partial(plain_file, place, path))


class _Seen:
    """Lists a submission's folders, up to a limit."""

    def __init__(self) -> None:
        self._count = 0

    def listed(self, folder: Path) -> Iterator["os.DirEntry[str]"]:
        """Yield the entries of a folder. Raises Spent, and OSError if there is no folder."""
        with os.scandir(folder) as entries:
            for entry in entries:
                self._count += 1
                if self._count > _MAX_LISTED:
                    raise Spent(f"more than {_MAX_LISTED} files: not all are looked at")
                yield entry


def _names(seen: _Seen, folder: Path, section: str, found: Matched) -> Iterator[str]:
    """Yield the files to read, those with known names first."""
    with suppress(OSError):
        names = [each.name for each in seen.listed(folder)]
        names = [name for name in names if found.may_be_one(section, name) and not _hidden(name)]
        yield from sorted(names, key=lambda name: (not found.knows(section, name), len(name), name))


def _from_archive(kit: Kit, place: Path, found: Matched) -> None:
    if _listing(place) > _MAX_LISTING:
        raise zipfile.BadZipFile(f"an archive whose list of files is larger than {_MAX_LISTING // 10**6} MB")
    with _archive(place) as archive:
        members = archive.infolist()
        if len(members) > _MAX_MEMBERS:
            raise zipfile.BadZipFile(f"an archive of {len(members)} files")
        if sum(member.compress_size for member in members) > place.stat().st_size:
            raise zipfile.BadZipFile("an archive whose files overlap")
        for section, name, member in _members(kit, members, found):
            found.take(section, name, partial(_content, archive, member))


def _archive(place: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(place)
    except _DAMAGED:
        raise zipfile.BadZipFile("a damaged archive; zip it again") from None


def _listing(place: Path) -> int:
    """Return the size of an archive's list of files, as its end record says: the list is read before any file."""
    with place.open("rb") as file:
        file.seek(max(0, place.stat().st_size - _MAX_TAIL))
        tail = file.read(_MAX_TAIL)
    end = tail.rfind(b"PK\5\6")
    if tail[max(0, end - 20) : max(0, end)].startswith(b"PK\6\7"):
        return _MAX_LISTING + 1  # a second end record, for archives of more than 4 GB, differs
    return int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0


def _members(kit: Kit, members: list[zipfile.ZipInfo], found: Matched) -> list[tuple[str, str, zipfile.ZipInfo]]:
    """Return section, name and member of each file to read: those with known names in their section's folder first."""
    taken = []
    slashes = any("/" in member.filename for member in members)  # some programs on Windows write backslashes
    for member in members:
        path = PurePosixPath(member.filename if slashes else member.filename.replace("\\", "/")).parts
        path = tuple(part for part in path if part not in ("/", ".."))
        folders, name = ["", *path[:-1]], "".join(path[-1:])
        section = folders[-1] if folders[-1] in kit.sections else ""
        deep = not section and len(set(folders) - {"", "exercises"}) > 1
        aside = deep or any(_hidden(part) for part in (*folders, name)) or not _OTHER_TREES.isdisjoint(folders)
        if not aside and not member.is_dir() and found.may_be_one(section, name):
            taken.append((section, name, member))
    return sorted(taken, key=lambda each: (not found.knows(*each[:2]), not each[0], len(each[2].filename)))


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    if stat.S_ISLNK(member.external_attr >> 16) or member.flag_bits & 1 or member.file_size > most:
        raise OSError(f"a link, locked with a password, or larger than {most // 10**6} MB")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise OSError("packed in a way that is not read without a limit; zip it as usual")
    try:
        with archive.open(member) as file:
            return file.read(most)
    except _DAMAGED:
        raise OSError("damaged; zip it again") from None
