"""Lists what a download holds: the folder of a class, or its archive. Runs in the reading process."""

import os
import re
import stat
from functools import lru_cache, partial
from pathlib import Path
from zipfile import BadZipFile

from keraskata.handed_in.archive import Contents, contents
from keraskata.handed_in.budget import File
from keraskata.handed_in.downloads.form import Entry
from keraskata.handed_in.litter import of_programs, of_systems
from keraskata.handed_in.parts import BadInput, Part
from keraskata.handed_in.plain_files import plain_file
from keraskata.printable import one_line

_MAX_LISTING, _MAX_MEMBERS = 50_000_000, 200_000  # of the archive of a whole class
_UNPACK = "unpack it, and name the folder"
# Folders around a class that no student chose the name of; in any other the names may be a student's own.
_AROUND = re.compile(r"submissions|.*-submissions|assignment_\d+_export", re.IGNORECASE)


def is_around(name: str) -> bool:
    """Return whether a folder of this name may lie around a class, as it is packed or unpacked."""
    return bool(_AROUND.fullmatch(name))


def listed(place: Path, inner: tuple[str, ...] = ()) -> dict[str, Entry]:
    """Return the entries of a class's folder, or of its archive, by name, without those of systems.

    `inner` is the folder of the archive to look into. Raises BadInput where nothing can be read, or nothing is there.
    """
    try:
        found = _of_folder(place) if stat.S_ISDIR(place.stat().st_mode) else _of_archive(place, inner)
    except BadZipFile as error:
        raise BadInput(f"{place} cannot be read: {one_line(str(error))}.") from error
    except OSError as error:
        raise BadInput(f"{place} cannot be read: {error.strerror or one_line(str(error))}.") from error
    if not found:
        raise BadInput(f"{place} is empty; it should hold a folder or a ZIP archive for each student.")
    return found


@lru_cache(maxsize=1)
def members(place: Path) -> Contents:
    """Return what is in the archive of a class; the last one stays open. Raises OSError, BadZipFile."""
    if place.suffix.lower() != ".zip":
        raise BadInput(f"{place} is a file: name the folder with the students' folders, or the ZIP archive of a class.")
    return contents(place.open("rb"), (_MAX_LISTING, _MAX_MEMBERS), _is_litter, _UNPACK)


def _is_litter(path: tuple[str, ...]) -> bool:
    """Return whether a file of the archive of a class is nobody's; the names of students may begin with a dot."""
    depth = 2 if is_around(path[0]) else 1
    return any(map(of_systems, path[:depth])) or any(map(of_programs, path[depth:]))


def _of_folder(place: Path) -> dict[str, Entry]:
    with os.scandir(place) as entries:
        found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    return {name: _entry(place, name, is_folder) for name, is_folder in found if not of_systems(name)}


def _entry(place: Path, name: str, is_folder: bool) -> Entry:
    part = Part(place / name)
    read, owner = partial(plain_file, place, (name,)), partial(_owner, part.place)
    return Entry(part, is_folder, partial(_inside, part.place), read, owner)


def _inside(place: Path) -> list[str]:
    """Return the names in a folder, none where it cannot be read: then its student's work cannot, and that is said."""
    try:
        return [each.name for each in place.iterdir()]
    except OSError:
        return []


def _owner(place: Path) -> str:
    """Return the account that an entry belongs to; "" for those who may call it as they like.

    These are root, whoever runs this, and who owns the folder around it. Windows has no such owners.
    """
    if not hasattr(os, "geteuid"):
        return ""
    import pwd

    number = place.lstat().st_uid
    if number in (0, os.geteuid(), place.parent.stat().st_uid):
        return ""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:  # as in a copy from another machine
        return f"number {number}"


def _of_archive(place: Path, inner: tuple[str, ...]) -> dict[str, Entry]:
    """Return the entries of an archive; a folder is one also if no file of it counts, as where it is unpacked."""
    depth, inside = len(inner), members(place)
    grouped: dict[str, list[File]] = {
        path[depth]: [] for path in inside.folders if path[:depth] == inner and len(path) > depth
    }
    for file in inside.files:
        if file.path[:depth] == inner and len(file.path) > depth:
            grouped.setdefault(file.path[depth], []).append(file)
    entries = {}
    for name, files in sorted(grouped.items()):
        if not of_systems(name):
            part, is_folder = Part(place, (*inner, name)), not files or len(files[0].path) > depth + 1
            read = files[0].read if files else _nothing
            entries[name] = Entry(part, is_folder, partial(_names, files, depth + 1), read)
    return entries


def _names(files: list[File], depth: int) -> set[str]:
    return {file.path[depth] for file in files if len(file.path) > depth}


def _nothing(most: int) -> None:
    """Read a folder without a file."""
