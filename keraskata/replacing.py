"""Updates a copy without git from a newer copy: the exercises by the digests of their stubs, all else as it is there.

Whatever is replaced moves to .kata/before-update first, so that it can be put back, by this very run where it fails.
"""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

from keraskata import stubs
from keraskata.curriculum import MANIFEST, CurriculumError, Kit, load
from keraskata.updating import Outcome, exercise_texts

_OURS = "exercises"
_ENGINE = Path("keraskata/__init__.py")
_HIDDEN = (".gitignore", ".vscode", ".github", ".ci")
_NOT_CARRIED = ("__pycache__", "build", "dist", "site", "node_modules", "venv", "env")


def replace(kit: Kit, source: Path) -> Outcome:
    """Take the kit from the folder `source`. Raises CurriculumError or OSError, and then nothing has changed."""
    new, outcome = _newer(kit, source.absolute()), Outcome()
    given = stubs.listed(kit)
    texts = {name: stubs.text(new, exercise) for name, exercise in new.exercises.items()}
    carried = {path: new.root / path for path in _files(new.root)}
    trees = {path.parts[0] for path in carried if len(path.parts) > 1}
    old = [path for path in _files(kit.root) if path.parts[0] in trees and path not in carried]
    kept_in = next(
        place for n in itertools.count(1) if not (place := kit.memory / "before-update" / str(n)).exists()
    )
    moved: list[Path] = []
    written: list[Path] = []
    try:
        for path, place in carried.items():
            if (kit.root / path).is_file() and (kit.root / path).read_bytes() == place.read_bytes():
                continue
            if (kit.root / path).exists():
                _move(kit.root / path, kept_in / path)
                moved.append(path)
            written.append(path)
            (kit.root / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(place, kit.root / path)
        for path in old:
            _move(kit.root / path, kept_in / path)
            moved.append(path)
    except BaseException:
        for path in written:
            (kit.root / path).unlink(missing_ok=True)
        for path in moved:
            _move(kept_in / path, kit.root / path)
        raise
    for content in texts.values():
        stubs.keep_text(kit, content)
    exercise_texts(kit.root, texts, given, outcome)  # each whole or not at all, and the same again if it is repeated
    if moved:
        outcome.notes.append(f"What was there before is kept in {kept_in}.")
    if Path("pyproject.toml") in written:
        outcome.notes.append("What the kit needs may have changed: run pip install -e . once more.")
    return outcome


def _newer(kit: Kit, source: Path) -> Kit:
    """The kit in `source`. Raises CurriculumError where that cannot be a newer one of this."""
    if not (source / MANIFEST).is_file():
        raise CurriculumError(f"{source} is no kit: it has no {MANIFEST}. Nothing was changed.")
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
    """What makes up the kit in a folder, exercises left out: nothing hidden, nothing that was built or installed."""
    for place in sorted(root.iterdir()):
        if place.name in (_OURS, *_NOT_CARRIED) or (place.name.startswith(".") and place.name not in _HIDDEN):
            continue
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            relative = path.relative_to(root)
            if path.is_file() and not any(part in _NOT_CARRIED for part in relative.parts):
                yield relative


def _move(place: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(place, to)
