"""Whether a run of pytest grades a kit's exercises, and which of its paths belong to that kit."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from keraskata.curriculum import Exercise, Kit, kit_root, load

TREES = ("exercises", "solutions")


@dataclass(frozen=True)
class KitRun:
    """A run that grades exercises of `kit`: `named` is what the command line asks for, in full.

    `roots` are the names by which these paths reach the kit's folder: one of them may lead over a symbolic link.
    """

    kit: Kit
    named: tuple[Path, ...]
    roots: tuple[Path, ...]

    def parts(self, path: Path) -> tuple[str, ...]:
        """Where `path` lies, as in ("exercises", "s01_words", "shout.py"); empty outside exercises/ and solutions/."""
        for root in self.roots:
            if path.is_relative_to(root):
                parts = path.relative_to(root).parts
                return parts if parts[:1] and parts[0] in TREES else ()
        return ()

    def exercise_at(self, path: Path) -> Exercise | None:
        """The exercise whose file `path` is; None for any other file."""
        parts = self.parts(path)
        return self.kit.exercise_at(self.kit.root.joinpath(*parts)) if parts else None

    def asks_for(self, exercise: Exercise) -> bool:
        """Whether the exercise's file in one of the trees is among what was asked for."""
        files = [root / tree / f"{exercise.id}.py" for root in self.roots for tree in TREES]
        return any(file.is_relative_to(path) for file in files for path in self.named)

    @property
    def nothing_else(self) -> bool:
        """Whether every path that was asked for lies among the exercises or the solutions."""
        return all(self.parts(path) for path in self.named)


RUN = pytest.StashKey[KitRun]()


def in_full(arguments: list[str], folder: Path) -> tuple[Path, ...]:
    """The paths that arguments of pytest name, from `folder`; as pytest makes them: `..` goes, links stay."""
    return tuple(Path(os.path.abspath(folder / str(argument).split("::")[0])) for argument in arguments)


def kit_of(path: Path) -> Path | None:
    """The root of the kit whose exercises or solutions `path` holds or lies among; None for any other path."""
    root = kit_root(path)
    below = path.relative_to(root).parts[:1] if root else ()
    return root if not below or below[0] in TREES else None


def find(config: pytest.Config) -> KitRun | None:
    """What this run has to do with a kit; None where it has nothing. Raises CurriculumError for a broken manifest."""
    named = in_full(config.args, config.invocation_params.dir)
    roots = dict.fromkeys(root for path in named if (root := kit_of(path)))
    if not roots:
        return None
    first = next(iter(roots))
    same = tuple(root for root in roots if root.resolve() == first.resolve())
    return KitRun(load(first), named, same)
