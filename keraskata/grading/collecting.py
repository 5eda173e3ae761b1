"""Collects the files of the curriculum, and no other file that lies among them."""

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import pytest
from _pytest.nodes import FSCollector

from keraskata.grading.choosing import chosen
from keraskata.grading.items import Check, ExerciseFile
from keraskata.grading.scope import RUN


class Tree(FSCollector):
    """The folder exercises/ or solutions/, or a section in one: collects its exercises in the curriculum's order.

    It is not a pytest Directory, which would run a conftest.py inside it.
    """

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        run, session = self.config.stash[RUN], self.session
        exercises, ids = run.kit.exercises.values(), chosen(self.config)
        section = run.parts(self.path)[1:]
        names = [f"{e.name}.py" for e in exercises if e.section in section] if section else list(run.kit.sections)
        for path in (self.path / name for name in names):
            asked_for = session.isinitpath(path, with_parents=True)
            if not path.exists() or (not asked_for and self._ignored(path)):
                continue
            node = _node(path, self)
            if not isinstance(node, ExerciseFile) or ids is None or node.exercise.id in ids:
                yield node
        yield from _others(self, but=names)

    def _ignored(self, path: Path) -> bool:
        return bool(self.ihook.pytest_ignore_collect(collection_path=path, config=self.config))


class Stranger(FSCollector):
    """A path that was named and is no exercise, or a folder on the way to it: nothing in it is run."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        return _others(self, but=[])


def _others(folder: FSCollector, but: list[str]) -> Iterable[Stranger]:
    """Give the paths in or below a folder that the command line names, except the names in `but`."""
    named = (path for path in folder.config.stash[RUN].named if folder.path in path.parents)
    names = dict.fromkeys(path.relative_to(folder.path).parts[0] for path in named)
    return [Stranger.from_parent(folder, path=folder.path / name) for name in names if name not in but]


def _node(path: Path, parent: pytest.Collector) -> ExerciseFile | Tree | Stranger:
    run = parent.config.stash[RUN]
    exercise = run.exercise_at(path)
    if exercise:
        return ExerciseFile.from_parent(parent, path=path, exercise=exercise, kit=run.kit)
    _, *section = run.parts(path)
    kind = Tree if not section or section in [[name] for name in run.kit.sections] else Stranger
    return kind.from_parent(parent, path=path)


@pytest.hookimpl(tryfirst=True)
def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Ignore the graders: they are no tests by themselves."""
    return True if collection_path in [root / "graders" for root in config.stash[RUN].roots] else None


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a folder of the kit as the curriculum has it."""
    return _node(path, parent) if parent.config.stash[RUN].parts(path) else None


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, Any, Any]:
    """Replace the tests that other plugins find in the file, such as doctests."""
    found = yield
    return [_node(file_path, parent)] if parent.config.stash[RUN].parts(file_path) else found


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file of the kit as an exercise, or as a file to leave alone."""
    return _node(module_path, parent) if parent.config.stash[RUN].parts(module_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: Any) -> Any:
    """Make a Check of each test of a grader, and nothing of anything else in it."""
    if not isinstance(collector, ExerciseFile):
        return None
    return Check.from_parent(collector, name=name) if name.startswith("test_") and callable(obj) else []
