"""The list of files of a ZIP archive, and names in it that are said to be UTF-8 and are not.

For one of them zipfile gives up the whole archive. Without that flag it takes any bytes for a name.
"""

import struct
from bisect import bisect_left
from dataclasses import dataclass
from typing import IO

_MAX_TAIL = 22 + 65_535  # bytes at the end of an archive that hold its end record, with the longest comment
_END, _END_OF_LARGE = b"PK\5\6", b"PK\6\7"
# Of a member in the list: its mark, flags, three lengths, and where it begins; and the second byte of its flags there.
_HEADER, _MARK = struct.Struct("<4s4xH18x3H8xI"), b"PK\1\2"
_UTF_8, _FLAGS, _FLAGS_OF_MEMBER = 0x800, 9, 7


@dataclass(frozen=True)
class Listing:
    """Where an archive's list of files begins, how long it is, and how many bytes stand before the archive."""

    start: int
    length: int
    before: int


def listing(file: IO[bytes], size: int) -> Listing | None:
    """Return what the end record says of the list; None where a second one for archives of more than 4 GB differs."""
    outside = max(0, size - _MAX_TAIL)
    file.seek(outside)
    tail = file.read(_MAX_TAIL)
    end = tail.rfind(_END)
    if tail[max(0, end - 20) : max(0, end)].startswith(_END_OF_LARGE):
        return None
    length, offset = (int.from_bytes(tail[end + at : end + at + 4], "little") if end >= 0 else 0 for at in (12, 16))
    start = max(0, outside + end - length)
    return Listing(start, length, start - offset)


class Corrected:
    """An archive for zipfile, in which no broken name is said to be UTF-8."""

    def __init__(self, file: IO[bytes], found: Listing) -> None:
        self._file = file
        self.seek, self.tell, self.seekable, self.close = file.seek, file.tell, file.seekable, file.close
        file.seek(found.start)
        self._flags = sorted(_flags(file.read(found.length), found))

    def read(self, most: int = -1) -> bytes:
        """Read as a file does."""
        start, found = self.tell(), bytearray(self._file.read(most))
        for place in self._flags[bisect_left(self._flags, start) : bisect_left(self._flags, start + len(found))]:
            found[place - start] &= ~(_UTF_8 >> 8)
        return bytes(found)


def _flags(content: bytes, found: Listing) -> set[int]:
    """Return where in the archive the flags of broken names are: in the list, and in the members' own headers."""
    places, at = set[int](), 0
    while at + _HEADER.size <= len(content):
        mark, flags, *lengths, offset = _HEADER.unpack_from(content, at)
        if mark != _MARK:
            break
        start = at + _HEADER.size
        if flags & _UTF_8 and not _is_utf_8(content[start : start + lengths[0]]):
            places |= {found.start + at + _FLAGS, found.before + offset + _FLAGS_OF_MEMBER}
        at = start + sum(lengths)
    return places


def _is_utf_8(name: bytes) -> bool:
    try:
        name.decode()
    except UnicodeDecodeError:
        return False
    return True
