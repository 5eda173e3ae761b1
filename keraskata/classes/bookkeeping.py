"""Writes grades into the gradebook during the grading: nbgrader takes seconds to open one, and time to write."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from keraskata.classes.gradebook import Gradebook
from keraskata.results import Result


class Bookkeeping:
    """A gradebook in its own thread. Its error, GradebookFailed, is raised by a later call.

    It is opened by `open`, otherwise with the first grade.
    """

    def __init__(self, address: str) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._address = address
        self._book: Future[Gradebook] | None = None
        self._under_way: list[Future[None]] = []

    def open(self) -> Future[Gradebook]:
        """Begin to open it: for a second this slows the whole process down."""
        self._book = self._book or self._thread.submit(Gradebook, self._address)
        return self._book

    def put(self, student: str, results: Iterable[Result], percent: int = 0) -> None:
        """Let the grades of a student be set, soon; `percent` of the points are taken off for being late."""
        done = [work for work in self._under_way if work.done()]
        for work in done:
            self._under_way.remove(work)
            work.result()
        book = self.open()
        self._under_way.append(self._thread.submit(lambda: book.result().put(student, results, percent)))

    def close(self) -> None:
        """Wait until all grades are written."""
        try:
            for work in self._under_way:
                work.result()
            if self._book:
                self._thread.submit(self._book.result().close).result()
        finally:
            self._thread.shutdown(cancel_futures=True)
