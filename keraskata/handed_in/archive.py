"""Lists the files of an untrusted ZIP archive; none is unpacked to a disk, and each is read up to a limit."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import IO, cast

from keraskata.handed_in.archive_list import Corrected, Listing, listing
from keraskata.handed_in.budget import File
from keraskata.handed_in.litter import of_programs

_MAX_LISTING = 5_000_000  # bytes of an archive's own list of files
_MAX_MEMBERS = 10_000
# What zipfile raises, which also refuses versions that are newer than it.
_DAMAGED = (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, struct.error, zlib.error)
_BEGINS = b"PK"
_AGAIN = "damaged; zip it again"
_NO_ZIP = "not a ZIP archive, although its name ends in .zip: zip the files again"
_LEAVE_OUT = "zip your own files only, without folders of programs such as .venv"


@dataclass(frozen=True)
class Contents:
    """The files of an archive, and all its folders, also those without such a file."""

    files: list[File]
    folders: set[tuple[str, ...]]


def _is_litter(path: tuple[str, ...]) -> bool:
    return any(map(of_programs, path))


def files(file: IO[bytes]) -> list[File]:
    """Return the files of an archive, without those of programs. Raises zipfile.BadZipFile."""
    return contents(file, (_MAX_LISTING, _MAX_MEMBERS), _is_litter, _LEAVE_OUT).files


def contents(
    file: IO[bytes], most: tuple[int, int], is_litter: Callable[[tuple[str, ...]], bool], advice: str
) -> Contents:
    """Return what is in an archive, without the files whose path `is_litter`.

    `most` are the bytes of its list, and the files in it; `advice` says what to do where there are more.

    Raises zipfile.BadZipFile.
    """
    size = file.seek(0, 2)
    max_listing, max_members = most
    its = listing(file, size)
    if its is None or its.length > max_listing:
        too_long = f"larger than {max_listing // 10**6} MB"
        raise zipfile.BadZipFile(f"an archive whose list of files is {too_long}; {advice}")
    archive = _archive(file, its)
    if sum(member.compress_size for member in archive.infolist()) > size:
        raise zipfile.BadZipFile("an archive whose files overlap")
    found, folders = list[File](), set[tuple[str, ...]]()
    for member in archive.infolist():
        path = member.filename.replace("\\", "/")  # as some programs on Windows write it
        parts = tuple(part for part in PurePosixPath(path).parts if part not in ("/", ".."))
        folders.add(parts if path.endswith("/") else parts[:-1])
        if parts and not path.endswith("/") and not is_litter(parts):
            found.append(File(parts, partial(_content, archive, member)))
    if len(found) > max_members:
        raise zipfile.BadZipFile(f"an archive of {len(found)} files; {advice}")
    return Contents(found, folders)


def _archive(file: IO[bytes], its: Listing) -> zipfile.ZipFile:
    try:
        try:
            return zipfile.ZipFile(file)
        except UnicodeDecodeError:
            return zipfile.ZipFile(cast("IO[bytes]", Corrected(file, its)))
    except _DAMAGED:
        file.seek(0)
        is_zip = file.read(2) == _BEGINS
        raise zipfile.BadZipFile(_AGAIN if is_zip else _NO_ZIP) from None


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    if stat.S_ISLNK(member.external_attr >> 16):
        raise OSError("a link; put the file itself into the archive")
    if member.flag_bits & 1:
        raise OSError("locked with a password; zip it without one")
    if member.file_size > most:
        raise OSError(f"larger than {most // 10**6} MB")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise OSError("compressed in an unusual way, which is not read; zip it as usual, with Deflate")
    try:
        with archive.open(member) as file:
            return file.read(most)
    except _DAMAGED:
        raise OSError(_AGAIN) from None
