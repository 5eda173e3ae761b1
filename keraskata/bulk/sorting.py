"""Which exercise each file that was handed in is: by its folder and name, or as a notebook itself says."""

from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath

from keraskata.curriculum import Kit
from keraskata.handed_notebook import MAX_NOTEBOOK, NoNotebook, exercise_of, text_of
from keraskata.results import printable

MAX_FILE = 1_000_000
_MOST = {".py": MAX_FILE, ".ipynb": MAX_NOTEBOOK}  # the kinds of files, and how many bytes each may have
_MAX_OPENED = 300  # files of one submission; a stranger's may have any number of notebooks


class Sorted:
    """The content of each exercise's file by id, a notebook's as its code cells, and what there is to say of others.

    A file may lie in its section's folder, or in none (`section` is ""), unless two exercises have its name.
    """

    def __init__(self, kit: Kit) -> None:
        self.files: dict[str, bytes] = {}
        self.problems: list[str] = []
        self._exercises = kit.exercises
        names = Counter(exercise.name for exercise in kit.exercises.values())
        self._unique = {each.name: each.id for each in kit.exercises.values() if names[each.name] == 1}
        self._opened = 0

    def knows(self, section: str, name: str) -> bool:
        """Whether a file is called like an exercise."""
        return bool(self._called(section, name))

    def may_be_one(self, section: str, name: str) -> bool:
        """Whether a file is to be taken: one that is called like an exercise, and any notebook."""
        return self.knows(section, name) or _kind(name) == ".ipynb"

    def take(self, section: str, name: str, read: Callable[[int], bytes | None]) -> None:
        """Add a file; `read` is given how many bytes it may have, and raises OSError where it is not to be read."""
        self._opened += 1
        if self._opened > _MAX_OPENED:
            if self._opened == _MAX_OPENED + 1:
                self.problems.insert(0, f"more than {_MAX_OPENED} files: the others are not looked at")
            return
        shown = line(f"{section}/{name}" if section else name)
        try:
            content = read(_MOST[_kind(name)])
            if content is not None:
                self._add(section, name, shown, content)
        except (OSError, NoNotebook) as error:
            self.problems.append(f"{shown}: {error}")

    def _add(self, section: str, name: str, shown: str, content: bytes) -> None:
        called = self._called(section, name)
        exercise = called or exercise_of(content)
        if _kind(name) == ".ipynb":
            content = text_of(content).encode("utf-8", "replace")
            if len(content) > MAX_FILE:
                raise NoNotebook(f"its code is larger than {MAX_FILE // 1_000_000} MB")
        if exercise not in self._exercises:
            if not section and not any(each.name in name for each in self._exercises.values()):
                return  # beside the exercises people keep notebooks of their own, such as notes.ipynb
            raise NoNotebook("the curriculum has no exercise of this name")
        if self.files.setdefault(exercise, content) != content:
            raise NoNotebook(f"{exercise} is handed in twice; the first one that was found counts")
        if not called:
            self.problems.append(f"{shown} is taken for {exercise}")

    def _called(self, section: str, name: str) -> str:
        """The exercise that a file of this name is; "" where there is none."""
        stem = PurePosixPath(name).stem if _kind(name) in _MOST else ""
        found = f"{section}/{stem}" if section else self._unique.get(stem, "")
        return found if found in self._exercises else ""


def line(text: str) -> str:
    """`text` in one line, without what could trick a terminal."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def _kind(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
