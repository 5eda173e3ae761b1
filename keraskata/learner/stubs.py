"""Keeps the original stubs: `kata reset` brings them back, and `kata update` recognises untouched files by them.

A workplace finds their text in the package. A clone cannot rely on exercises/ or on commits: learners work in the one
and may commit to the other, and a copy without git has no commits. So the kit lists the digest of each stub, and each
command first copies the files of exercises/ that still have their digest to .kata/stubs/. A learner's own text has
another digest, so it never replaces a stub.
"""

import contextlib
import hashlib
import itertools
import os
import shutil
import tomllib
from collections.abc import Iterable
from pathlib import Path

from keraskata.curriculum import PACKAGED, WORKPLACE, CurriculumError, Exercise, Kit, default_root, load
from keraskata.learner import git
from keraskata.source.python_text import NoText, decoded, docstring
from keraskata.source.writing import write_whole

LIST = "stubs.toml"
_HEAD = "# Which text each stub has, made by `kata stubs`; `kata reset` and `kata update` go by it.\n"


def digest(content: bytes) -> str:
    """Return the SHA-256 of a stub, with the line ends of Windows as those of Unix: git may have changed them."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def listed(kit: Kit) -> dict[str, str]:
    """Return the digest of each original stub, by exercise. Raises CurriculumError."""
    place = kit.root / (WORKPLACE if kit.is_workplace else LIST)
    try:
        tables = tomllib.loads(place.read_text(encoding="utf-8"))
        return {name: str(table["sha256"]) for name, table in tables.items() if isinstance(table, dict)}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError) as error:
        raise CurriculumError(f"{place} cannot be read: {error}") from error


def as_toml(digests: dict[str, str]) -> str:
    """Return the list as text; each entry has two lines and a blank one, so that git can merge neighbours' changes."""
    return "".join(f'\n["{name}"]\nsha256 = "{digests[name]}"\n' for name in sorted(digests))


def write_list(kit: Kit) -> None:
    """Write the list of stubs again, from exercises/ as it is now. Raises OSError."""
    found = {exercise.id: digest(kit.stub(exercise).read_bytes()) for exercise in kit.exercises.values()}
    (kit.root / LIST).write_text(_HEAD + as_toml(found), encoding="utf-8", newline="\n")
    keep(kit)


def keep_here() -> None:
    """Keep the stubs of the kit around the working folder, if there is one; its faults are reported elsewhere."""
    with contextlib.suppress(CurriculumError, OSError):
        keep(load(default_root()))


def keep(kit: Kit) -> None:
    """Copy each file of exercises/ that is still the stub to .kata/stubs/, if that can be written."""
    if kit.is_workplace or kit.root == PACKAGED:
        return
    with contextlib.suppress(OSError, CurriculumError):
        for name, wanted in listed(kit).items():
            kept = _kept(kit, wanted)
            if name in kit.exercises and not kept.is_file():
                content = _read(kit.stub(kit.exercises[name]))
                if content is not None and digest(content) == wanted:
                    write_whole(kept, content)


def keep_text(kit: Kit, content: bytes) -> None:
    """Keep a stub that may never be in exercises/ because the learner's file is there. Raises OSError."""
    write_whole(_kept(kit, digest(content)), content)


def text(kit: Kit, exercise: Exercise) -> bytes:
    """Return the original stub. Raises CurriculumError, with what to do, if it is not known."""
    if kit.is_workplace:
        return text(load(kit.content), exercise)
    place = kit.stub(exercise)
    if kit.root == PACKAGED:
        return place.read_bytes()
    wanted = listed(kit).get(exercise.id)
    if wanted is None:
        raise CurriculumError(
            f"{LIST} does not list {exercise.id}, so its stub is not known: take it from a new copy. "
            "Authors list it with `kata stubs`."
        )
    at_hand = (_read(_kept(kit, wanted)), _read(place))
    for content in itertools.chain(at_hand, git.versions(kit.root, f"exercises/{exercise.id}.py")):
        if content is not None and digest(content) == wanted:
            return content
    if (kit.root / ".git").exists() and not shutil.which("git"):
        raise CurriculumError(f"Only git may have the stub of {exercise.id}, but is not installed: see git-scm.com.")
    raise CurriculumError(f"The stub of {exercise.id} was changed before it was kept: take it from a new copy.")


def shown(kit: Kit, exercise: Exercise) -> str:
    """Return the text of the original stub; where that is not known, of the file as it is now.

    Raises OSError if there is no file, and NoText if that is no text.
    """
    try:
        content = text(kit, exercise)
    except CurriculumError:
        content = kit.stub(exercise).read_bytes()
    return decoded(content)


def task(kit: Kit, exercise: Exercise) -> str:
    """Return the task of an exercise; "" if it is lost.

    The solution opens with it, and so does the stub where a course keeps its solutions; the learner's file may not.
    """
    place = kit.solution(exercise)
    try:
        found = docstring(decoded(place.read_bytes()) if place.is_file() else shown(kit, exercise))
        return exercise.varied(found)
    except (OSError, NoText):
        return ""


def at_hand(kit: Kit, exercise: Exercise) -> Exercise:
    """Return the variant of an exercise that the learner's file says it is."""
    return exercise.settled(_read(kit.stub(exercise))) if exercise.varies else exercise


def is_stub(kit: Kit, exercise: Exercise) -> bool:
    """Return whether the file in exercises/ is the stub. Raises CurriculumError if the stub is not known."""
    content = _read(kit.stub(exercise))
    return content is not None and digest(content) == digest(_given(kit, exercise))


def bring_back(kit: Kit, exercise: Exercise) -> Path | None:
    """Put the stub in its place; return the file that now keeps the learner's text, if there was one.

    Raises CurriculumError if the stub is not known, and OSError.
    """
    stub, place = _given(kit, exercise), kit.stub(exercise)
    refuse_in_the_way(kit.root, [in_the_way(place)])
    kept = keep_beside(place, place.read_bytes()) if place.exists() else None
    write_whole(place, stub)
    return kept


def keep_beside(place: Path, content: bytes) -> Path:
    """Write `content` beside a file, under a free name such as `sigmoid.py.1`, which no tool takes for Python code."""
    place.parent.mkdir(parents=True, exist_ok=True)
    for number in itertools.count(1):
        kept = place.with_name(f"{place.name}.{number}")
        with contextlib.suppress(FileExistsError), kept.open("xb") as file:
            file.write(content)
            return kept
        if _read(kept) == content:
            return kept
    raise AssertionError("numbers do not end")


def in_the_way(place: Path) -> Path | None:
    """Return what prevents a file at `place`: a folder, a broken link, or a file on the way to it."""
    if os.path.lexists(place):
        return None if place.is_file() else place
    above = next(way for way in place.parents if os.path.lexists(way))
    return None if above.is_dir() else above


def refuse_in_the_way(root: Path, places: Iterable[Path | None]) -> None:
    """Raise CurriculumError, with what to do, if anything is in the way."""
    if found := sorted({place.relative_to(root).as_posix() for place in places if place}):
        raise CurriculumError(
            f"The kit has a file where you have a folder, a link or the like: {', '.join(found[:5])}"
            f"{' and more' if len(found) > 5 else ''}. Nothing was changed. "
            "Move it away, with all that is in it, to another name or folder; then do this again."
        )


def _given(kit: Kit, exercise: Exercise) -> bytes:
    """Return the stub that the learner was given, of their own variant. Raises CurriculumError."""
    return at_hand(kit, exercise).stub(text(kit, exercise).decode()).encode()


def _kept(kit: Kit, wanted: str) -> Path:
    return kit.memory / "stubs" / wanted


def _read(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None
