"""Makes the archive for Gradescope's autograder: two scripts, the kit, and the instructor's choices."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from keraskata.curriculum import CURRICULUM, PACKAGED, Kit
from keraskata.learner.stubs import LIST

CHOICES = "choices.json"
_ENGINE = Path(__file__).resolve().parent.parent
_SCRIPTS = ("setup.sh", "run_autograder")
_FILES = ("pyproject.toml", "hatch_build.py", "constraints.txt", "README.md", "LICENSE", LIST)
_TREES = (CURRICULUM, "graders", "datasets", "exercises")  # neither solutions nor tests


@dataclass(frozen=True)
class Choices:
    """The instructor's choices: what counts, the seed, whether files are walled in, and Keras' backend.

    `points` is what the course gives for an exercise, where that is not the points of its checks.
    """

    exercises: list[str]
    points: Mapping[str, int]
    seed: int
    walls: bool
    backend: str


def write(kit: Kit, choices: Choices, out: Path) -> None:
    """Write the archive. Raises OSError."""
    extras = [choices.backend, *(["walls"] if choices.walls else [])]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for name in _SCRIPTS:
            script = zipfile.ZipInfo(name)
            script.external_attr = 0o100755 << 16
            archive.writestr(script, (_ENGINE / "gradescope" / name).read_bytes())
        archive.writestr(CHOICES, json.dumps(asdict(choices), indent=1))
        archive.writestr("requirements.txt", f"-e ./kit[{','.join(extras)}]\n")
        for name in _FILES:
            if (kit.content / name).is_file():
                archive.write(kit.content / name, f"kit/{name}")
        for tree in (_ENGINE, *(kit.content / name for name in _TREES)):
            for path in _files(tree):
                archive.write(path, f"kit/{tree.name}/{path.relative_to(tree)}")


def _files(tree: Path) -> Iterator[Path]:
    for path in sorted(tree.rglob("*")):
        hidden = any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(tree).parts)
        if path.is_file() and not hidden and (tree != _ENGINE or not path.is_relative_to(PACKAGED)):
            yield path
