"""Bounds what is read of one submission: files, bytes and time."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from keraskata.printable import one_line

# Limits for reading one submission; an untrusted one may have any number of large notebooks.
MAX_BYTES = 200_000_000
_MAX_OPENED, MAX_CODE = 300, 10_000_000
_MAX_SHOWN = 100  # characters of a file's name
_SPACE = re.compile(r"[^\S\n\t]")

Tell = Callable[[str, str, bytes], None]
"""Called with what is read, during reading: "at", a name, and ""; "file", an exercise, and its content; "task", an
exercise, and the task of its file; or "when", a task, and the time that it was handed in."""


class Spent(Exception):
    """The rest of this submission is not read, for it is too much; the message says why."""


class Later(Exception):
    """A submission has more bytes than are read now; it is read later."""


@dataclass(frozen=True)
class File:
    """A submitted file: the names of its folders and its own, how it is read, and for which task it was handed in.

    `read` gets the most bytes that it may have; it returns None if there is no file, and raises OSError if it is not
    to be read.
    """

    path: tuple[str, ...]
    read: Callable[[int], bytes | None]
    task: str = ""


class Budget:
    """What may still be read of a submission.

    `left` says how many seconds reading may still take, `most` how many bytes are read before other submissions come
    first. `tell` hears the name of each file that is opened.
    """

    def __init__(self, left: Callable[[], float], tell: Tell, most: int = MAX_BYTES) -> None:
        self._left, self._tell, self._most = left, tell, most
        self._opened = self._bytes = 0

    def read(self, file: File, shown: str, most: int, code: int) -> bytes | None:
        """Read a file of at most `most` bytes, after so many bytes of `code`.

        Raises Spent if too much was read before, Later, and OSError.
        """
        self._tell("at", shown, b"")
        self._opened += 1
        if self._opened > _MAX_OPENED:
            raise Spent(f"more than {_MAX_OPENED} files: the others are not looked at")
        if self._bytes > MAX_BYTES or code > MAX_CODE:
            limits = f"{MAX_BYTES // 10**6} MB, or {MAX_CODE // 10**6} MB of code"
            raise Spent(f"more than {limits}: {shown} and what comes after it are not looked at")
        if self._left() <= 0:
            raise Spent(f"takes too much time to read: {shown} and what comes after it are not looked at")
        content = file.read(most)
        self._bytes += len(content or b"")
        if self._bytes > self._most < MAX_BYTES:  # parsing is slow, reading is not
            raise Later
        return content


def short(text: str, most: int = _MAX_SHOWN) -> str:
    """Return `text` in one line of at most `most` letters, its spaces of other kinds as plain ones."""
    text = _SPACE.sub(" ", text)
    return one_line(text if len(text) <= most else f"{text[: most - 1]}…")
