"""Subjects where no process can be forked: one that was started fresh is kept, and files run there one after another.

A file that hangs or crashes takes the process with it; the next call meets a new one.
"""

import atexit
import socket
import tempfile
import threading
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from weakref import WeakSet

from keraskata.curriculum import Exercise
from keraskata.subject.other_process import OtherProcess, first_frame
from keraskata.subject.started import Started
from keraskata.terms import WATCHED, Terms

_MODULE = "keraskata.subject.fresh_process"
_PATIENCE_SECONDS = 1.0  # how long a cancelled call may take to notice it


class Fresh:
    """Subjects for a grading run, which closes them at the end. The process starts when it is first needed."""

    def __init__(self, terms: Terms = WATCHED) -> None:
        self.terms = terms
        self.given_up = False  # while True, each request to a file raises KeyboardInterrupt
        self._process: Started | None = None
        self._answered = threading.Event()  # one for each call
        self._asked: WeakSet[OtherProcess] = WeakSet()
        self._folder = tempfile.TemporaryDirectory(prefix="kata-", ignore_cleanup_errors=True)
        self._lock = threading.RLock()  # `give_up` and `close` are called from other threads

    def start(self) -> None:
        """Start the process now, and do not wait for it."""
        with self._lock:
            self._process = self._process or Started(_MODULE)

    def wait(self, large: bool = False) -> None:
        """Wait until files can be run, of any kind. Raises ChildProcessError where the process does not start."""
        self.start()
        process = self._process
        try:
            if process:
                process.wait()
        except ChildProcessError as error:
            self._process = None
            said = f": {error}" if str(error) else ""
            raise ChildProcessError(f"the process that runs learners' files did not start{said}") from None

    def bring_up(self, exercise: Exercise, path: Path, seed: int) -> OtherProcess:
        """Return the learner's file, in the process that is kept."""
        folder = tempfile.mkdtemp(dir=self._folder.name)
        subject = _Given(self, self._find, first_frame(exercise, path, seed, folder))
        self._asked.add(subject)
        return subject

    def give_up(self) -> None:
        """Interrupt the call that is under way, from another thread, and with it the run that asked for it.

        The process, which has Keras in it, ends only if its code does not let itself be interrupted.
        """
        self.given_up = True
        with self._lock:
            process, answered = self._process, self._answered
        if process and process.ready:
            process.interrupt()
            threading.Thread(target=self._insist, args=[process, answered], daemon=True).start()

    def close(self) -> None:
        """End the process, and throw away what the files have written."""
        if self._process:
            self._end(self._process)
        self._folder.cleanup()

    def ask(self, answer: Callable[[bytes], bytes], request: bytes) -> bytes:
        """Return a file's answer; it does not count where its run was given up."""
        self._answered = threading.Event()
        try:
            return answer(request)
        finally:
            self._answered.set()
            if self.given_up:
                raise KeyboardInterrupt

    def _insist(self, process: Started, answered: threading.Event) -> None:
        if not answered.wait(_PATIENCE_SECONDS):
            self._end(process)
            self.start()

    def _find(self) -> tuple[socket.socket, Callable[[bool], None]]:
        for _ in range(2):  # the process may have ended since the last call, through a thread that a file left behind
            self.wait()
            process = self._process
            if self.given_up:
                raise KeyboardInterrupt
            if process:
                try:
                    return process.connect(), partial(self._done, process)
                except OSError:
                    self._end(process)
        raise ChildProcessError("the process that runs learners' files ends as soon as it has started")

    def _done(self, process: Started, at_work: bool) -> None:
        if at_work and not self.given_up:
            self._end(process)
            for subject in self._asked:  # what else ran there
                subject.close()
            self.start()

    def _end(self, process: Started) -> None:
        with self._lock:
            if process is self._process:
                self._process = None
        process.end()


class _Given(OtherProcess):
    """A file whose answers count as long as its run is not given up."""

    def __init__(
        self, subjects: Fresh, find: Callable[[], tuple[socket.socket, Callable[[bool], None]]], first: bytes
    ) -> None:
        super().__init__(find, first)
        self._subjects = subjects

    def answer(self, request: bytes) -> bytes:
        return self._subjects.ask(super().answer, request)


@cache
def kept() -> Fresh:
    """Return the one of this process, for runs that follow each other, such as a notebook's checks."""
    fresh = Fresh()
    atexit.register(fresh.close)
    return fresh
