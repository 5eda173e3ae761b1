"""Finds out whether a pytest run grades a kit's exercises, and which of its paths belong to that kit."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from keraskata.curriculum import Exercise, Kit, kit_root, load

TREES = ("exercises", "solutions")


@dataclass(frozen=True)
class KitRun:
    """A run that grades exercises of `kit`; `named` are the absolute paths that the command line asks for.

    `roots` are the paths by which these reach the kit's folder: one may lead over a symbolic link.
    """

    kit: Kit
    named: tuple[Path, ...]
    roots: tuple[Path, ...]

    def parts(self, path: Path) -> tuple[str, ...]:
        """Return the parts of `path`, such as ("exercises", "s01_words", "shout.py"); () outside both trees."""
        for root in self.roots:
            if path.is_relative_to(root):
                parts = path.relative_to(root).parts
                return parts if parts[:1] and parts[0] in TREES else ()
        return ()

    def exercise_at(self, path: Path) -> Exercise | None:
        """Return the exercise whose file `path` is; None for any other file."""
        parts = self.parts(path)
        return self.kit.exercise_at(self.kit.root.joinpath(*parts)) if parts else None

    def asks_for(self, exercise: Exercise) -> bool:
        """Return whether the command line asks for the exercise's file in one of the trees."""
        files = [root / tree / f"{exercise.id}.py" for root in self.roots for tree in TREES]
        return any(file.is_relative_to(path) for file in files for path in self.named)

    @property
    def nothing_else(self) -> bool:
        """Whether each named path lies among the exercises or the solutions."""
        return all(self.parts(path) for path in self.named)


RUN = pytest.StashKey[KitRun]()


def in_full(arguments: list[str], folder: Path) -> tuple[Path, ...]:
    """Return the absolute paths of pytest's arguments, seen from `folder`. As in pytest, `..` goes and links stay."""
    return tuple(Path(os.path.abspath(folder / str(argument).split("::")[0])) for argument in arguments)  # noqa: PTH100  # resolve() would follow links


def kit_of(path: Path) -> Path | None:
    """Return the root of the kit if `path` is it, or lies in its exercises or solutions; None for any other path."""
    root = kit_root(path)
    below = path.relative_to(root).parts[:1] if root else ()
    return root if not below or below[0] in TREES else None


def find(config: pytest.Config) -> KitRun | None:
    """Return the KitRun of this run, or None if it asks for no kit. Raises CurriculumError for a broken curriculum."""
    named = in_full(config.args, config.invocation_params.dir)
    roots = dict.fromkeys(root for path in named if (root := kit_of(path)))
    if not roots:
        return None
    first = next(iter(roots))
    same = tuple(root for root in roots if root.resolve() == first.resolve())
    return KitRun(load(first), named, same)
