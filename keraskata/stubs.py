"""The stubs as the kit ships them, in an archive, from which `kata reset` brings them back.

Neither exercises/ nor any commit of git's has them for sure: learners work in the one and may commit to the other, and
a copy without git has no commits. An archive and no fourth tree: nobody edits it by mistake, no search for a file finds
a second one in it, and pytest and the linters leave it alone. `kata pack-stubs` makes it of exercises/, and `kata
check` tells where the two differ.
"""

import contextlib
import itertools
import os
import zipfile
from pathlib import Path

from keraskata.curriculum import CurriculumError, Exercise, Kit

PLACE = "stubs.zip"


def pack(kit: Kit) -> None:
    """Write the archive anew, from exercises/ as it is now: the same files give the same bytes. Raises OSError."""
    stubs = {f"{exercise.id}.py": _content(kit.stub(exercise)) for exercise in kit.exercises.values()}
    with zipfile.ZipFile(kit.root / PLACE, "w") as archive:  # not compressed: git does that, and keeps what changes
        for name, content in stubs.items():
            archive.writestr(zipfile.ZipInfo(name), content)


def is_shipped(kit: Kit, exercise: Exercise) -> bool:
    """Whether the file in exercises/ is the stub of the archive."""
    return _shipped(kit, exercise) == _content(kit.stub(exercise))


def text(kit: Kit, exercise: Exercise) -> str:
    """Return the stub as the kit ships it; in a kit without an archive, as it stands there. Raises OSError."""
    stub = _shipped(kit, exercise)
    if stub is None:
        stub = (kit.content / "exercises" / f"{exercise.id}.py").read_bytes()
    return stub.decode("utf-8-sig")


def bring_back(kit: Kit, exercise: Exercise) -> Path | None:
    """Put the stub in its place; gives the file that now keeps what was there, if there was a file.

    Raises CurriculumError where the kit does not have the stub, and OSError.
    """
    stub, place = _shipped(kit, exercise), kit.stub(exercise)
    if stub is None:
        raise CurriculumError(f"{PLACE} lacks the stub of {exercise.id}, or cannot be read: take it from a new copy.")
    kept = _keep(place) if place.exists() else None
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_suffix(f".{os.getpid()}")
    draft.write_bytes(stub)
    draft.replace(place)
    return kept


def _shipped(kit: Kit, exercise: Exercise) -> bytes | None:
    try:
        with zipfile.ZipFile(kit.root / PLACE) as archive:
            return archive.read(f"{exercise.id}.py")
    except (OSError, KeyError, zipfile.BadZipFile):
        return None


def _content(path: Path) -> bytes:
    """What a file holds; git may have given it the line ends of Windows."""
    return path.read_bytes().replace(b"\r\n", b"\n")


def _keep(path: Path) -> Path:
    """Copy a file beside itself, under a name that is free: `sigmoid.py.1` is a file of Python to nobody."""
    content = path.read_bytes()
    for number in itertools.count(1):
        kept = path.with_name(f"{path.name}.{number}")
        with contextlib.suppress(FileExistsError), kept.open("xb") as file:
            file.write(content)
            return kept
    raise AssertionError("numbers do not end")
