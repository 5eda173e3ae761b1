"""Finds the exercise of each submitted file: by its folder and name, or by a notebook's own metadata."""

from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath

from keraskata.curriculum import Kit
from keraskata.printable import one_line
from keraskata.source.notebook import MAX_NOTEBOOK, NoNotebook, opened

MAX_FILE = 1_000_000
_MOST = {".py": MAX_FILE, ".ipynb": MAX_NOTEBOOK}  # the kinds of files, and how many bytes each may have
# Limits for reading one submission; an untrusted one may have any number of large notebooks.
MAX_BYTES = 200_000_000
_MAX_OPENED, _MAX_CODE = 300, 10_000_000
_MAX_SHOWN, _MAX_SAID = 100, 300  # characters of a file's name, and of its problem

Tell = Callable[[str, str, bytes], None]
"""Called with what is read, during reading: "at", a name, and ""; or "file", an exercise, and its content."""


class Spent(Exception):
    """The rest of this submission is not read, for it is too much; the message says why."""


class Later(Exception):
    """A submission has more bytes than are read now; it is read later."""


class Matched:
    """The content of each exercise's file by id, of a notebook its code cells, and the problems of other files.

    A file may be in its section's folder or in none (`section` is ""), unless two exercises have its name. `left`
    says how many seconds reading may still take, `most` how many bytes are read before other submissions come first.
    """

    def __init__(self, kit: Kit, left: Callable[[], float], tell: Tell, most: int = MAX_BYTES) -> None:
        self._left, self._tell, self._most = left, tell, most
        self.files: dict[str, bytes] = {}
        self.problems: list[str] = []
        self._exercises = kit.exercises
        names = Counter(exercise.name for exercise in kit.exercises.values())
        self._unique = {each.name: each.id for each in kit.exercises.values() if names[each.name] == 1}
        self._opened = self._bytes = 0

    def knows(self, section: str, name: str) -> bool:
        """Return whether a file has the name of an exercise."""
        return bool(self._called(section, name))

    def may_be_one(self, section: str, name: str) -> bool:
        """Return whether a file is to be read: it has the name of an exercise, or is a notebook."""
        return self.knows(section, name) or _kind(name) == ".ipynb"

    def take(self, section: str, name: str, read: Callable[[int], bytes | None]) -> None:
        """Add a file; `read` gets the most bytes that it may have, and raises OSError if it is not to be read.

        Raises Spent if too much was read before, and Later.
        """
        shown = _short(f"{section}/{name}" if section else name)
        self._tell("at", shown, b"")
        self._opened += 1
        if self._opened > _MAX_OPENED:
            raise Spent(f"more than {_MAX_OPENED} files: the others are not looked at")
        if self._bytes > MAX_BYTES or sum(map(len, self.files.values())) > _MAX_CODE:
            most = f"{MAX_BYTES // 10**6} MB, or {_MAX_CODE // 10**6} MB of code"
            raise Spent(f"more than {most}: {shown} and what comes after it are not looked at")
        self._check_time(shown)
        try:
            content = read(_MOST[_kind(name)])
            if content is not None:
                self._bytes += len(content)
                if self._bytes > self._most < MAX_BYTES:  # parsing is slow, reading is not
                    raise Later
                self._add(section, name, shown, content)
        except (OSError, NoNotebook) as error:
            self.problems.append(f"{shown}: {_short(str(error), _MAX_SAID)}")
        except MemoryError:
            self.problems.append(f"{shown}: takes too much memory to read; clear its outputs and save it again")

    def _check_time(self, shown: str) -> None:
        """Raise Spent if reading took too long already."""
        if self._left() <= 0:
            raise Spent(f"takes too much time to read: {shown} and what comes after it are not looked at")

    def _add(self, section: str, name: str, shown: str, content: bytes) -> None:
        called = self._called(section, name)
        exercise = called
        if _kind(name) == ".ipynb":
            notebook = opened(content)
            exercise = called or notebook.exercise
            content = notebook.text.encode("utf-8", "replace")
            if len(content) > MAX_FILE:
                raise NoNotebook(f"its code is larger than {MAX_FILE // 1_000_000} MB")
        if exercise not in self._exercises:
            if not section and not any(each.name in name for each in self._exercises.values()):
                return  # students keep their own notebooks beside the exercises, such as notes.ipynb
            raise NoNotebook("the curriculum has no exercise of this name")
        if exercise not in self.files:
            self.files[exercise] = content
            self._tell("file", exercise, content)
        elif self.files[exercise] != content:
            raise NoNotebook(f"{exercise} is handed in twice; the first one that was found counts")
        if not called:
            self.problems.append(f"{shown} is taken for {exercise}")

    def _called(self, section: str, name: str) -> str:
        """Return the exercise of a file with this name; "" if there is none."""
        stem = PurePosixPath(name).stem if _kind(name) in _MOST else ""
        found = f"{section}/{stem}" if section else self._unique.get(stem, "")
        return found if found in self._exercises else ""


def _short(text: str, most: int = _MAX_SHOWN) -> str:
    return one_line(text if len(text) <= most else f"{text[: most - 1]}…")


def _kind(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
