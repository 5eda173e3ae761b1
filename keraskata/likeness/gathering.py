"""Gathers the programs of a class for each exercise, and reads their structure in processes with limits."""

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue

from keraskata.curriculum import Kit
from keraskata.handed_in.folder import Work
from keraskata.handed_in.reading import Reader, Reading
from keraskata.likeness import fingerprints
from keraskata.likeness.fingerprints import Fingerprint
from keraskata.printable import one_line
from keraskata.source.python_text import NoText, decoded
from keraskata.source.structure import MAX_TEXT
from keraskata.source.structure_tokens import Token

_PROCESSES = 2
_SECONDS = 2.0  # of CPU time for one program; of people's it takes milliseconds


@dataclass(frozen=True)
class Handed:
    """A file that a student handed in for an exercise: its text, its fingerprints, or why it is not compared."""

    student: str
    earlier: bool
    text: str
    found: list[Fingerprint]
    problem: str = ""


class Structures:
    """Processes that read the structure of untrusted programs."""

    def __init__(self, kit: Kit) -> None:
        self._readers: SimpleQueue[Reader] = SimpleQueue()
        self._all = [Reader(kit) for _ in range(_PROCESSES)]
        for reader in self._all:
            self._readers.put(reader)

    def of(self, content: bytes) -> tuple[str, list[Token]]:
        """Return why the structure of a file cannot be read, or "", and its tokens; from any thread.

        Raises BadInput if no process starts.
        """
        if len(content) > MAX_TEXT:
            return f"longer than {MAX_TEXT // 1_000} KB", []
        reader = self._readers.get()
        try:
            why, answer = reader.answer(["structure", content], _SECONDS)
        finally:
            self._readers.put(reader)
        return (why, []) if why else (answer[0], [(token, line) for token, line in answer[1]])

    def close(self) -> None:
        """End the processes."""
        for reader in self._all:
            reader.close()


def gathered(
    reading: Reading,
    earlier: bool,
    structures: Structures,
    exercises: Collection[str],
    tell: Callable[[Work], None],
) -> dict[str, list[Handed]]:
    """Read a class; return by exercise what was handed in, by name. `tell` is called with each submission.

    Raises BadInput if nothing can be read.
    """
    found: dict[str, list[Handed]] = {exercise: [] for exercise in exercises}
    threads = ThreadPoolExecutor(_PROCESSES)
    waiting: list[tuple[str, Future[Handed]]] = []
    try:
        for work in _works(reading):
            for exercise in found.keys() & work.files:
                asked = threads.submit(_handed, work.student, earlier, work.files[exercise], structures)
                waiting.append((exercise, asked))
            tell(work)
        for exercise, asked in waiting:
            found[exercise].append(asked.result())
    finally:
        threads.shutdown(cancel_futures=True)  # also where somebody interrupts
    return {exercise: sorted(handed, key=lambda each: each.student) for exercise, handed in found.items()}


def _works(reading: Reading) -> Iterator[Work]:
    told: SimpleQueue[Work | BaseException] = SimpleQueue()
    reading.start(told.put)
    for _ in reading.everyone:
        work = told.get()
        if isinstance(work, BaseException):
            raise work
        yield work


def _handed(student: str, earlier: bool, content: bytes, structures: Structures) -> Handed:
    why, tokens = structures.of(content)
    try:
        text = decoded(content) if len(content) <= MAX_TEXT else ""
    except NoText as error:
        return Handed(student, earlier, "", [], str(error))
    return Handed(student, earlier, text, fingerprints.all_of(tokens), one_line(why))
