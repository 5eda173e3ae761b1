"""Writes grades into the gradebook beside the grading: it takes nbgrader seconds to open one, and time to write."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from keraskata.classes.gradebook import Gradebook
from keraskata.results import Result


class Bookkeeping:
    """A gradebook in a thread of its own. What it raises, GradebookFailed, comes with a later call.

    It is opened by `open`, or else with the first grade.
    """

    def __init__(self, address: str) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._address = address
        self._book: Future[Gradebook] | None = None
        self._under_way: list[Future[None]] = []

    def open(self) -> Future[Gradebook]:
        """Begin to open it: for a second this slows down whatever else the process does."""
        self._book = self._book or self._thread.submit(Gradebook, self._address)
        return self._book

    def put(self, student: str, results: Iterable[Result]) -> None:
        """Have the grades of a student set, soon."""
        done = [work for work in self._under_way if work.done()]
        for work in done:
            self._under_way.remove(work)
            work.result()
        book = self.open()
        self._under_way.append(self._thread.submit(lambda: book.result().put(student, results)))

    def close(self) -> None:
        """Wait until all is written."""
        try:
            for work in self._under_way:
                work.result()
            if self._book:
                self._thread.submit(self._book.result().close).result()
        finally:
            self._thread.shutdown(cancel_futures=True)
