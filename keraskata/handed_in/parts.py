"""Where a submission lies: in folders and files, or within the archive of a whole class."""

import os
from dataclasses import dataclass
from pathlib import Path


class BadInput(Exception):
    """Nothing can be graded; the message says why, and what to do."""


@dataclass(frozen=True)
class Part:
    """A folder or a file that a student handed in.

    `inner` is its path within the archive at `place`, () if it is `place` itself. `name` is what the student called
    the file, without what a platform added; "" for its name as it is. One that is `alone` is a whole submission. `task`
    is what it was handed in for, where a platform says it.
    """

    place: Path
    inner: tuple[str, ...] = ()
    name: str = ""
    alone: bool = False
    task: str = ""

    @property
    def called(self) -> str:
        """Return the name of the file, or of the folder."""
        return self.name or (self.inner[-1] if self.inner else self.place.name)

    @property
    def is_folder_of_a_class(self) -> bool:
        """Return whether it is a whole submission in the form that no student has packed."""
        return self.alone and (bool(self.inner) or self.place.is_dir()) and not self.called.lower().endswith(".zip")

    def packed(self) -> list[bytes | list[bytes] | bool | str]:
        """Return it in a form that can be sent to another process."""
        inner = [_encoded(name) for name in self.inner]
        return [os.fsencode(self.place.absolute()), inner, _encoded(self.name), self.alone, self.task]

    @classmethod
    def unpacked(cls, place: bytes, inner: list[bytes], name: bytes, alone: bool, task: str) -> "Part":
        """Return the part that was packed."""
        path = tuple(map(_decoded, inner))
        return cls(Path(os.fsdecode(place)), path, _decoded(name), alone, task)


def _encoded(name: str) -> bytes:
    """Encode a name, which in an archive may be any text, whatever this system's encoding of names is."""
    return name.encode("utf-8", "surrogatepass")


def _decoded(name: bytes) -> str:
    return name.decode("utf-8", "surrogatepass")
