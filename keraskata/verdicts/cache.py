"""Keeps verdicts by content, so that an unchanged exercise is not graded again."""

import hashlib
import json
import os
import platform
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from keraskata import language
from keraskata.backend import environment, startup
from keraskata.backend.choice import backend
from keraskata.backend.home import resnet50_weights
from keraskata.curriculum import PACKAGED, Exercise, Kit, section_files
from keraskata.results import CheckResult
from keraskata.terms import LEARNERS, Terms

_PACKAGES = (  # a learner's file may import any of them, on any backend, and Hypothesis draws for graders
    *("keras", "scikeras", "scikit-learn", "numpy", "scipy", "pandas", "ml_dtypes", "h5py", "matplotlib", "seaborn"),
    "hypothesis",
    *("pillow", "tensorflow", "tensorflow-cpu", "tf-nightly", "torch", "jax", "jaxlib"),
)


def content(path: Path) -> bytes | None:
    """Return the bytes of a file; None if there is no file that can be read."""
    try:
        return path.read_bytes() if path.is_file() else None  # reading a pipe would wait for ever
    except OSError:
        return None


def load(
    kit: Kit, exercise: Exercise, text: bytes | None, seed: int, terms: Terms = LEARNERS, name: str = ""
) -> list[CheckResult] | None:
    """Return the checks of an earlier verdict on this content (or on no file) and these terms, or None.

    `name` is the file's name, which feedback mentions; it may differ from the exercise's.
    """
    try:
        checks = json.loads(_place(kit, exercise, text, seed, terms, name).read_text(encoding="utf-8"))
        return [CheckResult.from_dict(check) for check in checks]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(
    kit: Kit,
    exercise: Exercise,
    text: bytes | None,
    seed: int,
    checks: list[CheckResult],
    terms: Terms = LEARNERS,
    name: str = "",
) -> None:
    """Keep a whole verdict; not one with a check that ran out of time, because time is no property of the file."""
    if any(check.outcome in ("timed out", "refused") for check in checks):
        return
    from dataclasses import asdict

    try:
        place = _place(kit, exercise, text, seed, terms, name)
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = place.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps([asdict(check) for check in checks]), encoding="utf-8")
        draft.replace(place)
    except OSError:
        return  # a kit on a read-only disk is graded without a cache


def stamp(kit: Kit, terms: Terms) -> str:
    """Return a fingerprint of what all verdicts of a kit depend on: graders, engine, data, versions, and terms."""
    digest = hashlib.sha256(f"{kit.exercises!r} {_choices()} {terms}".encode() + _surroundings(kit.content))
    for exercise in kit.exercises.values():
        digest.update(content(kit.grader(exercise)) or b"")
    return digest.hexdigest()[:40]


def surroundings(kit: Kit) -> str:
    """Return a fingerprint of the engine, its data, the machine, and the versions of packages."""
    return _surroundings(kit.content).hex()[:40]


def state(kit: Kit) -> frozenset[tuple[str, int, int]]:
    """Return what the disk says of the kit's own files, in milliseconds: it differs where the kit was updated."""
    files = [*_files(kit.content), *section_files(kit.content), *map(kit.grader, kit.exercises.values())]
    found = ((str(file), file.stat()) for file in files if file.is_file())
    return frozenset((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)


def _place(kit: Kit, exercise: Exercise, text: bytes | None, seed: int, terms: Terms, name: str) -> Path:
    name, exercise = name or f"{exercise.name}.py", exercise.settled(text)
    digest = hashlib.sha256(f"{exercise!r} {seed} {_choices()} {terms} {text is None} {name}".encode())
    digest.update(text or b"")
    digest.update(kit.grader(exercise).read_bytes())
    digest.update(_surroundings(kit.content))
    return kit.verdicts / f"{digest.hexdigest()[:40]}.json"


def _choices() -> str:
    """Return what a user may change at any time: backend, language, whether a GPU may be used, ImageNet's weights.

    A process that is not the kit's own keeps some settings of its own, such as TensorFlow's threads.
    """
    here = f"{backend()} {environment.accelerated()} {resnet50_weights().is_file()} {startup.is_visiting()}"
    return f"{here} {language.stamp()}".rstrip()


@cache
def _surroundings(content: Path) -> bytes:
    """Return a digest of the data, the thresholds, the engine, the machine, and the versions of packages."""
    digest = hashlib.sha256()
    for file in _files(content):
        digest.update(file.read_bytes())
    digest.update(f"{sys.implementation.name} {sys.version_info[:2]} {sys.platform} {platform.machine()}".encode())
    for package in _PACKAGES:
        try:
            digest.update(f"{package} {version(package)}".encode())
        except PackageNotFoundError:
            digest.update(package.encode())
    return digest.digest()


def _files(content: Path) -> list[Path]:
    """Return the files of the data, the thresholds, and the engine."""
    data = find_spec("keraskata.datasets")
    files = [
        *(path for path in PACKAGED.parent.rglob("*.py") if not path.is_relative_to(PACKAGED)),
        *(path for folder in (data and data.submodule_search_locations) or () for path in Path(folder).glob("*")),
        content / "graders" / "calibration.toml",
    ]
    return sorted(file for file in files if file.is_file())
