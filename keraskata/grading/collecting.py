"""Which files a run takes: those of the curriculum, and no other that lies among them."""

from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import pytest
from _pytest.nodes import FSCollector

from keraskata.grading.choosing import chosen
from keraskata.grading.items import Check, ExerciseFile
from keraskata.grading.scope import RUN


class Tree(FSCollector):
    """exercises/, solutions/, or a section in one: holds what the curriculum has there, in its order.

    It is no Directory of pytest's, which would run a conftest.py that lies in it.
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
        yield from _strangers(self, but=names)

    def _ignored(self, path: Path) -> bool:
        return bool(self.ihook.pytest_ignore_collect(collection_path=path, config=self.config))


class Stranger(FSCollector):
    """What was asked for by name and is no exercise, or a folder on the way there: nothing of it is run."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        return _strangers(self, but=[])


def _strangers(folder: FSCollector, but: list[str]) -> Iterable[Stranger]:
    """What the command line asks for in a folder, or below it, beside the names in `but`."""
    named = (path for path in folder.config.stash[RUN].named if folder.path in path.parents)
    names = dict.fromkeys(path.relative_to(folder.path).parts[0] for path in named)
    return [Stranger.from_parent(folder, path=folder.path / name) for name in names if name not in but]


def _node(path: Path, parent: pytest.Collector) -> ExerciseFile | Tree | Stranger:
    run = parent.config.stash[RUN]
    exercise = run.exercise_at(path)
    if exercise:
        return ExerciseFile.from_parent(parent, path=path, exercise=exercise, kit=run.kit)
    tree, *section = run.parts(path)
    kind = Tree if not section or section in [[name] for name in run.kit.sections] else Stranger
    return kind.from_parent(parent, path=path)


@pytest.hookimpl(tryfirst=True)
def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Graders are no tests by themselves."""
    return True if collection_path in [root / "graders" for root in config.stash[RUN].roots] else None


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return _node(path, parent) if parent.config.stash[RUN].parts(path) else None


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, Any, Any]:
    """Take the place of what other plugins make of the file, such as doctests."""
    found = yield
    return [_node(file_path, parent)] if parent.config.stash[RUN].parts(file_path) else found


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    return _node(module_path, parent) if parent.config.stash[RUN].parts(module_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: Any) -> Any:
    """Every check of a grader is one of ours; an empty list, so that other plugins make nothing of the rest."""
    if not isinstance(collector, ExerciseFile):
        return None
    return Check.from_parent(collector, name=name) if name.startswith("test_") and callable(obj) else []
