"""Writes grades into the gradebook during the grading: nbgrader takes seconds to open one, and time to write."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from queue import SimpleQueue

from keraskata.classes.gradebook import Gradebook
from keraskata.results import Result

_AT_ONCE = 50  # students: half a second, in which nobody else can write to a gradebook that is a file


class Bookkeeping:
    """A gradebook in its own thread. Its error, GradebookFailed, is raised by a later call.

    It is opened by `open`, otherwise with the first grade. Whoever waits is written with the next ones, at once.
    """

    def __init__(self, address: str) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._address = address
        self._book: Future[Gradebook] | None = None
        self._waiting: SimpleQueue[tuple[str, Sequence[Result], int | None]] = SimpleQueue()
        self._under_way: list[Future[None]] = []
        self._put, self._written = 0, 0

    def open(self) -> Future[Gradebook]:
        """Begin to open it: for a second this slows the whole process down."""
        self._book = self._book or self._thread.submit(Gradebook, self._address)
        return self._book

    def put(self, student: str, results: Sequence[Result], percent: int | None = None) -> None:
        """Let the grades of a student be set, soon; `percent` of the points are taken off, None if nothing was due."""
        done = [work for work in self._under_way if work.done()]
        for work in done:
            self._under_way.remove(work)
            work.result()
        self._waiting.put((student, results, percent))
        self._put += 1
        self._under_way.append(self._thread.submit(self._write, self.open()))

    def left(self) -> Iterator[int]:
        """Yield how many students are not written yet, ten times a second, until all are or some cannot be."""
        while True:
            done, others = wait(self._under_way, timeout=0.1)
            if not others or any(work.exception() for work in done):
                return
            yield self._put - self._written

    def close(self) -> None:
        """Wait until all grades are written."""
        try:
            for work in self._under_way:
                work.result()
            if self._book:
                self._thread.submit(self._book.result().close).result()
        finally:
            self._thread.shutdown(cancel_futures=True)

    def _write(self, book: Future[Gradebook]) -> None:
        batch: list[tuple[str, Sequence[Result], int | None]] = []
        while len(batch) < _AT_ONCE and not self._waiting.empty():
            batch.append(self._waiting.get())
        if batch:
            grades = {student: results for student, results, _ in batch}
            book.result().put(grades, {student: percent for student, _, percent in batch if percent is not None})
            self._written += len(batch)
