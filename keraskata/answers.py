"""The answer bank as data: each answer with the checks that must fail and the words that must be said."""

from dataclasses import dataclass
from pathlib import Path

from keraskata.cache import backend
from keraskata.curriculum import Exercise, Kit


@dataclass(frozen=True)
class Answer:
    """One file of the bank."""

    exercise: Exercise
    path: Path
    fails: tuple[str, ...]
    says: tuple[str, ...]

    @property
    def right(self) -> bool:
        return self.path.name.startswith("right_")


def answers(kit: Kit, exercise: Exercise) -> list[Answer]:
    """The bank of one exercise, by name."""
    return [_read(exercise, path) for path in sorted(kit.answers(exercise).glob("*.py"))]


def _read(exercise: Exercise, path: Path) -> Answer:
    said: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines()[:4]:
        for key in ("fails", "says"):
            if line.startswith((f"# {key}:", f"# {key} on {backend()}:")):
                said[key] = tuple(word.strip() for word in line.split(":", 1)[1].split(",") if word.strip())
    return Answer(exercise, path, said.get("fails", ()), said.get("says", ()))
