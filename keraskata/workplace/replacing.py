"""Updates a copy without git from a newer copy: exercises by the digests of their stubs, all other files as they are.

Each file is copied to .kata/before-update before it is replaced; a run that fails puts all of them back.
"""

import itertools
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from keraskata.curriculum import CURRICULUM, CurriculumError, Kit, load, section_files
from keraskata.learner import stubs
from keraskata.source.writing import write_whole
from keraskata.workplace.outcome import Outcome, to_write

_OURS = "exercises"
_ENGINE = Path("keraskata/__init__.py")
_HIDDEN = (".gitignore", ".vscode", ".github", ".ci")
_NOT_CARRIED = ("__pycache__", "build", "dist", "site", "node_modules", "venv", "env")


def replace(kit: Kit, source: Path) -> Outcome:
    """Update from the kit in the folder `source`. Raises CurriculumError or OSError, and then nothing has changed."""
    new, outcome = _newer(kit, source.absolute()), Outcome()
    texts = {name: stubs.text(new, exercise) for name, exercise in new.exercises.items()}
    steps: dict[Path, bytes | None] = {**to_write(kit.root, texts, stubs.listed(kit), outcome)}
    versions = _versions(kit.root, new.root)
    carried = list(_files(new.root))
    stubs.refuse_in_the_way(kit.root, [stubs.in_the_way(kit.root / path) for path in carried])
    trees = {path.parts[0] for path in carried if len(path.parts) > 1}
    for path in carried:
        content = (new.root / path).read_bytes()
        if not (kit.root / path).is_file() or (kit.root / path).read_bytes() != content:
            steps[path] = content
    steps |= {path: None for path in _files(kit.root) if path.parts[0] in trees and path not in carried}
    # The list of the given stubs changes last, so that a stopped update can be repeated.
    steps = dict(sorted(steps.items(), key=lambda step: step[0] == Path(stubs.LIST)))
    for text in texts.values():
        stubs.keep_text(kit, text)
    kept_in = _do(kit, new.root, steps)
    outcome.notes += versions
    if kept_in:
        outcome.notes.append(f"The replaced files are kept in {kept_in}.")
        if (kept_in / "pyproject.toml").exists():
            outcome.notes.append("The requirements of the kit may have changed: run pip install -e . again.")
    return outcome


def _do(kit: Kit, source: Path, steps: dict[Path, bytes | None]) -> Path | None:
    """Write and remove files, all or none; return the folder that keeps their old texts.

    It also holds what an earlier, stopped update has kept.
    """
    before = kit.memory / "before-update"
    under_way = before / "unfinished"
    done: dict[Path, Path | None] = {}
    try:
        for path, content in steps.items():
            place = kit.root / path
            done[path] = _keep(place, under_way / path) if place.exists() else None
            if content is None:
                place.unlink()
                continue
            write_whole(place, content)
            if (source / path).exists():
                shutil.copymode(source / path, place)
    except BaseException:
        for path, kept in done.items():
            if kept:
                kept.replace(kit.root / path)
            else:
                (kit.root / path).unlink(missing_ok=True)
        if not any(path.is_file() for path in under_way.rglob("*")):
            shutil.rmtree(under_way, ignore_errors=True)
        raise
    if not under_way.is_dir():
        return None
    kept_in = next(place for n in itertools.count(1) if not (place := before / str(n)).exists())
    return under_way.rename(kept_in)


def _keep(place: Path, to: Path) -> Path:
    """Copy a file to a place there that is free, or holds it already."""
    to.parent.mkdir(parents=True, exist_ok=True)
    if to.is_file() and to.read_bytes() == place.read_bytes():
        return to
    free = to if not to.exists() else stubs.keep_beside(to, b"")
    draft = to.with_name(f"{to.name}.{os.getpid()}")
    try:
        shutil.copy2(place, draft)
        return draft.replace(free)
    finally:
        draft.unlink(missing_ok=True)


def _versions(here: Path, there: Path) -> list[str]:
    """Return a sentence on both versions, if they are known and differ."""
    old, new = (_version(root) for root in (here, there))
    if not old or not new or old == new:
        return []
    back = " That is an older one." if _numbers(new) < _numbers(old) else ""
    return [f"The kit is keraskata {new} now; before, it was {old}.{back}"]


def _version(root: Path) -> str:
    if not (root / _ENGINE).is_file():
        return ""
    found = re.search(r'^__version__ = "(.+)"$', (root / _ENGINE).read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _newer(kit: Kit, source: Path) -> Kit:
    """Return the kit in `source`. Raises CurriculumError if it cannot be a newer version of this one."""
    if not section_files(source):
        raise CurriculumError(f"{source} is no kit: it has no {CURRICULUM}/. Nothing was changed.")
    if source.resolve().is_relative_to(kit.root.resolve()) or kit.root.resolve().is_relative_to(source.resolve()):
        raise CurriculumError(f"{source} is this kit, or lies in it: unpack the newer copy elsewhere.")
    new = load(source)
    whole = all(new.grader(exercise).is_file() for exercise in new.exercises.values())
    if not whole or (source / _ENGINE).is_file() != (kit.root / _ENGINE).is_file():
        raise CurriculumError(f"{source} lacks parts of the kit: unpack the newer copy again. Nothing was changed.")
    if not new.exercises.keys() & kit.exercises.keys():
        raise CurriculumError(f"{source} is another course: it has none of these exercises. Nothing was changed.")
    return new


def _files(root: Path) -> Iterator[Path]:
    """Give the files of the kit in a folder, without exercises, hidden files, and anything built or installed."""
    for place in sorted(root.iterdir()):
        if place.name in (_OURS, *_NOT_CARRIED) or (place.name.startswith(".") and place.name not in _HIDDEN):
            continue
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            relative = path.relative_to(root)
            if path.is_file() and not any(part in _NOT_CARRIED for part in relative.parts):
                yield relative
