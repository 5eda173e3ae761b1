"""Takes one file for each exercise from what was handed in, and names the files that it does not take."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from pathlib import PurePosixPath

from keraskata.curriculum import CurriculumError, Exercise, Kit, load
from keraskata.grading.as_it_came import is_stub
from keraskata.handed_in.budget import MAX_BYTES, Budget, File, Tell, short
from keraskata.handed_in.downloads.form import TYPED
from keraskata.handed_in.kinds import MAX_FILE, MOST, is_document, is_other_archive, kind, may_be_code
from keraskata.handed_in.names import Names
from keraskata.learner import stubs
from keraskata.source.cell_text import is_cells, split
from keraskata.source.notebook import NoNotebook, opened
from keraskata.source.python_text import NoText, decoded

_MAX_SAID = 300  # characters of a file's problem
_EXERCISES = "exercises"
# What else a whole kit has beside that folder.
_OTHER_TREES = frozenset(("curriculum", "solutions", "tests", "graders", "keraskata", "datasets", "docs"))
_OTHER_FILES = ("test_", "__init__.", "conftest.", "setup.", "hatch_build.")  # so begin files that are no answers
_ASIDE, _UNKNOWN = "a test, or in a folder of the kit's own", "the curriculum has no exercise of this name"
_SEVERAL = "more than one exercise has a name like this"
_MOST_DOCUMENTS = 100  # that are looked at
_DOCUMENT = "a document, which is not read: hand in .py or .ipynb files"
_FUNCTIONS = re.compile(rb"^def (\w+)", re.MULTILINE)
_BOUND = rb"(?m)^(?=[^\s#]).*\b%b\b"  # a line at the left that may give the name a value


@dataclass(frozen=True)
class _Named:
    """A file, and the exercise that its name stands for; `exact` if it is exactly its name."""

    file: File
    shown: str
    section: str
    called: str
    exact: bool
    aside: bool  # it belongs to the kit, or to a learner's own tests
    unknown: str  # why its name stands for no exercise

    @property
    def kind(self) -> str:
        return kind(self.file.path[-1])

    @property
    def order(self) -> tuple[object, ...]:
        """The file that comes first counts; notebooks of other names are opened last."""
        path = self.file.path
        return not self.exact, not self.called, not self.section, len(path), len(path[-1]), path


class Matched:
    """The content of each exercise's file by id, of a notebook its code cells, and the problems of other files.

    `left`, `tell` and `most` are those of `Budget`.
    """

    def __init__(self, kit: Kit, left: Callable[[], float], tell: Tell, most: int = MAX_BYTES) -> None:
        self._kit, self._tell = kit, tell
        self._budget = Budget(left, tell, most)
        whole = load(kit.root)
        self._names, self._sections = Names(whole.exercises, kit.exercises), {_EXERCISES, *whole.sections}
        self.files: dict[str, bytes] = {}
        self._counts: dict[str, _Named] = {}
        self._problems: list[str] = []
        self._left_out: list[tuple[str, str]] = []  # the exercise that a file may hold, and what is said of it
        self._aside: list[tuple[str, str]] = []
        self._documents: list[str] = []

    def fail(self, problem: str) -> None:
        """Say why not all is taken."""
        self._problems.append(problem)

    @property
    def renamed(self) -> list[str]:
        """Which files of other names were taken for which exercises."""
        return [f"{file.shown} is taken for {name}" for name, file in self._counts.items() if not file.exact]

    @property
    def tasks(self) -> dict[str, str]:
        """For which task each exercise's file was handed in."""
        return {exercise: self._counts[exercise].file.task for exercise in self.files}

    @property
    def problems(self) -> list[str]:
        """What is wrong with files, and which may hold an answer that is missing."""
        lacking = {name for name in self._kit.exercises if self._lacks(name)}
        left_out = [said for name, said in self._left_out if (name in lacking if name else lacking)]
        aside = [said for name, said in self._aside if name not in self.files]
        documents = self._documents if len(lacking) == len(self._kit.exercises) else []  # else they may be notes
        return [*self._problems, *self._elsewhere(lacking), *left_out, *aside, *documents]

    def _elsewhere(self, lacking: set[str]) -> Iterator[str]:
        """Yield which answers stand in the file of another exercise: beside its own, or in the place of it."""
        for exercise, content in self.files.items():
            own, shown = self._kit.exercises[exercise].functions.keys(), self._counts[exercise].shown
            defined = _defined(content) - own - self._given(self._kit.exercises[exercise])
            others = [each for each in self._kit.exercises.values() if defined.issuperset(each.functions)]
            if others and not any(re.search(_BOUND % name.encode(), content) for name in own):
                has = f"{shown}: it has {min(others[0].functions)}, and not {min(own)}"
                yield f"{has}; put each answer into the file of its own exercise"
            for other in others if exercise not in lacking else ():
                if other.id in lacking:
                    has = f"{shown}: it has {min(other.functions)}, too"
                    yield f"{has}, which is not looked at; hand {other.id} in as a file of its own"

    def _given(self, exercise: Exercise) -> set[str]:
        """Return the functions of the stub: a helper may be called like another exercise's function."""
        try:
            return _defined(stubs.text(self._kit, exercise))
        except (CurriculumError, OSError):
            return set()

    def take(self, files: Sequence[File]) -> None:
        """Take one file for each exercise that has none yet. Raises Spent and Later."""
        near = [file for file in files if self._is_near(file.path[-1])]
        paths = [file.path[:-1] for file in near]
        depth = self._outer(paths)
        kits = {path[: path.index(_EXERCISES)] for path in paths if _EXERCISES in path}
        for named in sorted((self._named(file, depth, kits) for file in near), key=lambda each: each.order):
            self._take(named)
        documents = islice((file for file in files if is_document(file.path[-1]) and file not in near), _MOST_DOCUMENTS)
        named_whole = [self._named(file, 0, kits) for file in documents]
        self._documents += [f"{named.shown}: {_DOCUMENT}" for named in named_whole if not named.aside]

    def read(self, file: File, most: int) -> bytes | None:
        """Read a file within the budget. Raises Spent, Later and OSError."""
        return self._budget.read(file, short("/".join(file.path)), most, sum(map(len, self.files.values())))

    def leave_out(self, shown: str, why: str, exercise: str = "") -> None:
        """Name a file that is not taken, if at the end the answer to the exercise, or to any, is missing."""
        self._left_out.append((exercise, f"{short(shown)}: {short(why, _MAX_SAID)}"))

    def _outer(self, folders: list[tuple[str, ...]]) -> int:
        """Return how many folders are around everything: their names say nothing."""
        ends = zip(min(folders, default=()), max(folders, default=()), strict=False)
        return len(list(takewhile(lambda pair: pair[0] == pair[1] and pair[0] not in self._sections, ends)))

    def _is_near(self, name: str) -> bool:
        known = may_be_code(name) or is_other_archive(name) or name in TYPED
        return known or bool(self._names.find("", _stem(name)))

    def _named(self, file: File, depth: int, kits: Container[tuple[str, ...]]) -> _Named:
        *folders, name = file.path
        section = folders[-1] if folders and folders[-1] in self._sections - {"exercises"} else ""
        exact = self._names.exact(section, _stem(name))
        parts = [(each, tuple(folders[:at]), tuple(folders[: at + 1])) for at, each in enumerate(folders)]
        of_a_kit = any(each in _OTHER_TREES and outer in kits and whole not in kits for each, outer, whole in parts)
        called = exact or self._names.find(section, _stem(name))
        unknown = _SEVERAL if self._names.several(_stem(name)) else _UNKNOWN
        aside, shown = of_a_kit or name.startswith(_OTHER_FILES), short("/".join(file.path[depth:]))
        return _Named(file, shown, section, called, bool(exact), aside, unknown)

    def _take(self, named: _Named) -> None:
        if named.called and named.called not in self._kit.exercises:
            return  # its section is not graded now
        if named.aside:
            if named.called and named.kind in MOST:  # in a whole kit, the solution beside each stub
                self._aside.append((named.called, f"{named.shown}: {_ASIDE}"))
        elif is_other_archive(named.file.path[-1]):
            self.leave_out(named.shown, "not a ZIP archive: pack your files as one")
        elif named.file.path[-1] in TYPED:
            self.leave_out(named.shown, "text that was typed in is not read: hand in files")
        elif named.kind not in MOST:
            self.leave_out(named.shown, "neither a .py nor an .ipynb file", named.called)
        elif not named.called and named.kind == ".py":
            self.leave_out(named.shown, named.unknown)
        else:
            self._read(named)

    def _read(self, named: _Named) -> None:
        try:
            code = sum(map(len, self.files.values()))
            content = self._budget.read(named.file, named.shown, MOST[named.kind], code)
            if content is not None:
                self._add(named, content)
        except (OSError, NoNotebook) as error:
            self._problems.append(f"{named.shown}: {short(str(error), _MAX_SAID)}")
        except MemoryError:
            why = "takes too much memory to read; clear its outputs and save it again"
            self._problems.append(f"{named.shown}: {why}")

    def _add(self, named: _Named, content: bytes) -> None:
        exercise = named.called
        if named.kind == ".ipynb" or _is_notebook(content):
            notebook = opened(content)
            if not named.exact and notebook.exercise in load(self._kit.root).exercises:
                exercise = notebook.exercise
            content = notebook.text.encode("utf-8", "replace")
            if len(content) > MAX_FILE:
                raise NoNotebook(f"its code is larger than {MAX_FILE // 1_000_000} MB")
        if not exercise:
            self.leave_out(named.shown, named.unknown)
        elif exercise in self._kit.exercises:
            self._count(named, exercise, content)

    def _count(self, named: _Named, exercise: str, content: bytes) -> None:
        """Let a file count for an exercise, unless one does already; a stub never counts beside an answer.

        What cannot be read is named where nothing else is an answer: it may be it.
        """
        try:
            decoded(content)
        except NoText as error:
            self.leave_out(named.shown, f"{error}; {error.fix}", exercise)
        if exercise in self.files and self.files[exercise] != content and not is_nothing(self._kit, exercise, content):
            if not self._lacks(exercise):
                counts = self._counts[exercise].shown
                self._problems.append(f"{named.shown}: {exercise} is handed in twice; {counts} counts, this does not")
                return
            del self.files[exercise]
        if exercise not in self.files:
            self.files[exercise], self._counts[exercise] = content, named
            self._tell("task", exercise, named.file.task.encode())
            self._tell("file", exercise, content)

    def _lacks(self, exercise: str) -> bool:
        """Return whether an exercise has no answer: no file, or one that is none."""
        return exercise not in self.files or is_nothing(self._kit, exercise, self.files[exercise])


def is_nothing(kit: Kit, exercise: str, content: bytes) -> bool:
    """Return whether a file, of a notebook its code, is no answer: empty, not text, or the stub."""
    try:
        text = decoded(content)
    except NoText:
        return True
    code = "".join(source for _, source in split(text)) if is_cells(text) else text
    return not code.strip() or is_stub(kit, kit.exercises[exercise], text)


def _is_notebook(content: bytes) -> bool:
    """Return whether a file is a notebook, whatever it is called: some are saved as .py with all that Jupyter wrote."""
    return content.lstrip()[:1] == b"{" and b'"nbformat"' in content


def _defined(content: bytes) -> set[str]:
    """Return the names of the functions at the left."""
    return {name.decode() for name in _FUNCTIONS.findall(content)}


def _stem(name: str) -> str:
    return PurePosixPath(name).stem
