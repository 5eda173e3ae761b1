"""A learner's file as a grader sees it: calls go in as values, and come back as values."""

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

from keraskata.boundary import codec
from keraskata.boundary.errors import NotAValue
from keraskata.curriculum import Exercise
from keraskata.printable import printable, uncoloured
from keraskata.results import Feedback
from keraskata.source.notebook import NoNotebook, read
from keraskata.source.python_text import NoText
from keraskata.subject import evidence_form
from keraskata.subject.call_text import shown
from keraskata.subject.evidence import Evidence
from keraskata.subject.faults import Fault
from keraskata.subject.host import Noticed
from keraskata.subject.kept_object import KeptObject
from keraskata.terms import Terms

_PROGRESS = re.compile(r" *\d+/(\d+|Unknown) .*(━|\d(us|ms|s)/step)|Epoch \d+/\d+$")


class Subject(Protocol):
    """Where the learner's file runs: in this process (`Host`), or in another one."""

    noticed: Noticed

    def answer(self, request: bytes) -> bytes:
        """Return the packed answer to a packed request. Raises Fault where the learner's code does not do it."""

    def close(self) -> None:
        """Ask nothing more."""


class Subjects(Protocol):
    """A way to run learners' files, on its `terms`."""

    terms: Terms

    def wait(self, large: bool = False) -> None:
        """Wait until files can be run, `large` where one imports Keras or another large package."""

    def bring_up(self, exercise: Exercise, path: Path, seed: int) -> Subject:
        """Run this file, its loading under this seed."""


class Submission:
    """One learner's file. `submission.f(x)` runs `f` there and gives a value back; a failed call raises Fault.

    `subjects` bring the file up where it is to run, each time again, with a seed for the loading.
    The properties speak of the last call.
    """

    def __init__(self, exercise: Exercise, path: Path, subjects: Subjects, seed: int = 0) -> None:
        self._exercise, self._path, self._subjects, self._seed = exercise, path, subjects, seed
        self._subject = subjects.bring_up(exercise, path, self._seed_of(""))
        self._said: list[str] = []
        self._others: list[Submission] = []

    def __getattr__(self, name: str) -> "LearnersFunction":
        if name.startswith("_"):
            raise AttributeError(name)
        return LearnersFunction(self._send, name)

    def lend(self, path: str, **arguments: Any) -> KeptObject:
        """Make something of an installed package in the subject, `lend("sklearn.tree.DecisionTreeClassifier")`.

        `path` names a class or a function, which is called with `arguments`; the answer stays there, to be passed on.
        """
        found: KeptObject = self._send(path, "lend", path, arguments)
        return found

    def function(self, name: str) -> KeptObject:
        """Return a function of the learner's file, to be passed on to what was lent."""
        found: KeptObject = self._send("", "function", name)
        return found

    @property
    def printed(self) -> str:
        """What the last call printed."""
        return self._subject.noticed.printed

    @property
    def shown(self) -> int:
        """How many pictures the last call put on screen."""
        return self._subject.noticed.shown

    @property
    def evidence(self) -> Evidence:
        """What the last call asked of Keras and scikit-learn. It may be forged: it may fail a check, and earns nothing.

        It is empty and not `complete` where nothing is known; then results alone decide.
        """
        noticed = self._subject.noticed
        return evidence_form.read(noticed.evidence, noticed.seconds)

    @property
    def overflows(self) -> list[str]:
        """NumPy's words for what overflowed or was no number in the last call."""
        return self._subject.noticed.overflows

    @property
    def source(self) -> str:
        """The text of the file, or nothing where it cannot be read."""
        try:
            return read(self._path)
        except (OSError, NoText, NoNotebook):
            return ""

    def argument(self, position: int) -> Any:
        """Return the argument of the last call as the learner's code left it, as a value of the judge's own."""
        return self._send("", "argument", position)

    def place(self, name: str, content: bytes | None = None) -> str:
        """Put a file where the code runs, and return its path; without `content` only return the path.

        `name` may begin with a folder, which is made: "models/first.keras".
        """
        path: str = self._send("", "place", name, content)
        return path

    def files(self) -> dict[str, bytes]:
        """Return the files in the folder of `place` by name; their content is untrusted."""
        found: dict[str, bytes] = self._send("", "files")
        return found

    def saved_model(self, name: str) -> Any:
        """Return the Keras model in a `.keras` file of `files`; None where Keras cannot load one."""
        return self._send("", "saved_model", name)

    def reseeded(self, seed: int) -> "Submission":
        """Return the same file, loaded again, under another seed."""
        other = Submission(self._exercise, self._path, self._subjects, self._seed + 7919 * seed)
        self._others.append(other)
        return other

    def _send(self, seeded_by: str, what: str, *details: Any) -> Any:
        request = codec.encode([what, self._seed_of(seeded_by), *details])
        try:
            packed = self._subject.answer(request)
        finally:
            self._said += self._subject.noticed.said
        try:
            return codec.decode(packed, lambda key, kind: KeptObject(_Keeper(self._send), key, kind))
        except NotAValue as error:
            raise Fault(Feedback("an answer that can be read", str(error))) from None

    def _seed_of(self, name: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{self._seed}/{self._exercise.id}/{name}".encode()).digest()[:4])

    def _hear(self, most: int) -> list[str]:
        """Return the first lines that the code has printed since the last time, without Keras' progress reports."""
        said = [uncoloured(text) for text in self._said]
        self._said.clear()
        lines = [line.lstrip("\b").rstrip() for text in said for line in text.splitlines()]
        return [printable(line[:500]) for line in lines if line and not _PROGRESS.match(line)][:most]

    def _close(self) -> None:
        for submission in (*self._others, self):
            submission._subject.close()


class LearnersFunction:
    """A function of the learner's file, to be called."""

    def __init__(self, send: Callable[..., Any], name: str) -> None:
        self._send, self.__name__ = send, name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it there, and return what comes back. Raises Fault."""
        return self._send(self.__name__, "call", self.__name__, shown(self.__name__, args, kwargs), list(args), kwargs)

    def together(self, cases: Sequence[tuple[Any, ...]]) -> list[Any]:
        """Call it with each of these arguments; return the answers as they are after the last call. Raises Fault."""
        name = self.__name__
        found = self._send(name, "calls", name, f"{name}(...)", [list(args) for args in cases])
        if not isinstance(found, list) or len(found) != len(cases):  # as only a forged answer is
            raise Fault(Feedback(f"{len(cases)} answers", "something else", "the answers were changed on their way"))
        return found


class _Keeper:
    """The subject of a submission, asked about what it keeps; the submission's own names are its functions'."""

    def __init__(self, send: Callable[..., Any]) -> None:
        self._send = send

    def ask(self, kept: KeptObject, method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        name = f"{kept.kind}.{method}" if method else kept.kind
        return self._send(name, "ask", kept.key, method, name, shown(name, args, kwargs), list(args), kwargs)

    def attribute(self, kept: KeptObject, name: str) -> Any:
        return self._send(f"{kept.kind}.{name}", "attribute", kept.key, name, f"{kept.kind}.{name}")
