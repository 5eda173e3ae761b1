"""What of the kit a host is given: the engine, the graders and what they need; neither solutions nor tests."""

from collections.abc import Iterator
from pathlib import Path

from keraskata.curriculum import CURRICULUM, PACKAGED, Kit
from keraskata.learner.stubs import LIST

ENGINE = Path(__file__).resolve().parent.parent
_FILES = ("pyproject.toml", "hatch_build.py", "constraints.txt", "README.md", "LICENSE", LIST)
_TREES = (CURRICULUM, "graders", "datasets", "exercises")


def requirements(backend: str, walls: bool) -> str:
    """Return the text of a requirements.txt for the kit beside it."""
    return f"-e ./kit[{','.join([backend, *(['walls'] if walls else [])])}]\n"


def files_of(kit: Kit) -> Iterator[tuple[str, Path]]:
    """Yield the files of the kit for a host: the name that each has there, below kit/, and its place."""
    for name in _FILES:
        if (kit.content / name).is_file():
            yield f"kit/{name}", kit.content / name
    for tree in (ENGINE, *(kit.content / name for name in _TREES)):
        for path in sorted(tree.rglob("*")):
            inner = path.relative_to(tree)
            hidden = any(part.startswith(".") or part == "__pycache__" for part in inner.parts)
            if path.is_file() and not hidden and (tree != ENGINE or not path.is_relative_to(PACKAGED)):
                yield f"kit/{tree.name}/{inner.as_posix()}", path
