"""Reads the submissions of a class while it is graded: in processes with limits, so that none delays the others.

A submission that is large or slow to read is set aside, and read after all others. If it exceeds the last limits,
what was not read by then is lost.
"""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from socket import socket
from typing import Any

import msgpack

from keraskata.curriculum import Kit
from keraskata.handed_in.budget import MAX_BYTES
from keraskata.handed_in.downloads import Download
from keraskata.handed_in.folder import Work
from keraskata.handed_in.parts import BadInput, Part
from keraskata.printable import one_line
from keraskata.subject import channel
from keraskata.subject.started import Started
from keraskata.timing.clock import Countdown

_PROCESSES = 2
# Bytes and seconds of CPU time for a submission, and for one that was set aside once, and twice.
_PASSES = ((2_000_000, 2.0), (20_000_000, 2.0), (MAX_BYTES, 6.0))
_LISTING = 20.0  # seconds of CPU time to list a class
_WAITING = 3  # times as long by the clock, because the machine has other work
MAX_ANSWER = 25_000_000  # bytes: the text of a notebook's cells
_NOT_STARTED = "The process that reads what was handed in does not start; `kata doctor` may say why."


class Reader:
    """A process that reads one submission after the other; it starts at once, and again if it was lost."""

    def __init__(self, kit: Kit) -> None:
        self._arguments = [str(kit.root), ",".join(kit.sections)]
        self._lock, self._closed = threading.Lock(), False
        self._sock: socket | None = None
        self._started: Started | None = self._start()

    def ask(self, request: list[Any], seconds: float, hear: Callable[[str, Any], bool]) -> str:
        """Send a request; return why it failed, or "". `hear` gets each part and says if it was the last.

        Raises BadInput if no process starts.
        """
        sock, time = self._connected(), Countdown(_WAITING * seconds)
        try:
            channel.send(sock, msgpack.packb([*request, seconds]))
            while not hear(*msgpack.unpackb(channel.receive(sock, MAX_ANSWER, time))):
                pass
            return ""
        except channel.Late:
            why = "takes too much time to read"
        except channel.Broken:
            why = "takes too much time or memory to read"
        self._end()
        return why

    def answer(self, request: list[Any], seconds: float) -> tuple[str, list[Any]]:
        """Send a request that has one answer; return why there is none, or "", and the answer.

        Raises BadInput if no process starts.
        """
        found: list[Any] = []

        def hear(what: str, content: Any) -> bool:
            found[:] = content
            return True

        return self.ask(request, seconds, hear), found

    def close(self) -> None:
        """End the process; also from another thread."""
        self._closed = True
        self._end()

    def _start(self) -> Started:
        return Started("keraskata.handed_in.reading_process", *self._arguments)

    def _connected(self) -> socket:
        if sock := self._sock:
            return sock
        with self._lock:
            if self._closed:
                raise BadInput("It was given up.")
            started = self._started = self._started or self._start()
        try:
            started.wait()
            sock = self._sock = started.connect()
        except OSError:
            self._end()
            raise BadInput(_NOT_STARTED) from None
        return sock

    def _end(self) -> None:
        with self._lock:
            started, self._started = self._started, None
            sock, self._sock = self._sock, None
        if started:
            started.end()
        if sock:
            sock.close()


def download(reader: Reader, place: Path) -> Download:
    """Find out whose is what in the folder or archive of a class. Raises BadInput if nothing can be read there."""
    why, answer = reader.answer(["class", os.fsencode(place)], _LISTING)
    if why or answer[0]:
        raise BadInput(answer[0] if not why else f"{place} {why}.")
    students, *said = answer[1:]
    return Download({name: [Part.unpacked(*part) for part in parts] for name, parts in students.items()}, *said)


def read(reader: Reader, student: str, parts: list[Part]) -> tuple[Work, bool]:
    """Read what `student` handed in, and return whether all was read in time. Raises BadInput if nothing can be."""
    return _read(reader, student, parts, _PASSES[-1], lambda name: None)


def _read(
    reader: Reader, student: str, parts: list[Part], within: tuple[int, float], look: Callable[[str], None]
) -> tuple[Work, bool]:
    files: dict[str, bytes] = {}
    when: dict[str, str] = {}
    tasks: dict[str, str] = {}
    at, problem, note, in_time = "", "", "", False

    def hear(what: str, content: Any) -> bool:
        nonlocal at, problem, note, in_time
        if what == "at":
            at = content
            look(at)
        elif what == "file":
            files.update([content])
        elif what == "task":
            tasks[content[0]] = content[1].decode()
        elif what == "when":
            when[content[0]] = content[1].decode()
        elif what == "done":
            problem, note, in_time = content
        return what == "done"

    most, seconds = within
    why = reader.ask(["submission", student, [part.packed() for part in parts], most], seconds, hear)
    if why:
        problem = f"{why}: {at} and what comes after it are not looked at" if at else why
    return Work(student, files, problem, when, note, tasks), in_time


class Reading:
    """The reading of a class. `now` says what is being read."""

    def __init__(self, kit: Kit, place: Path) -> None:
        """Find out whose is what in the folder or archive of a class. Raises BadInput if nothing can be read there."""
        self._readers = [Reader(kit) for _ in range(_PROCESSES)]
        try:
            self.download = download(self._readers[0], place)
        except BaseException:
            self.close()
            raise
        self.everyone, self.now = self.download.students, ""
        self._waiting: SimpleQueue[tuple[str, int] | None] = SimpleQueue()
        self._left, self._lock = len(self.everyone), threading.Lock()

    def start(self, tell: Callable[[Work | BaseException], None]) -> None:
        """Read all submissions; call `tell` from threads with each one, or with the reason why nothing can be read."""
        for student in self.everyone:
            self._waiting.put((student, 0))
        for reader in self._readers:
            threading.Thread(target=self._work, args=[reader, tell], daemon=True).start()

    def close(self) -> None:
        """Stop reading."""
        for reader in self._readers:
            reader.close()

    def _work(self, reader: Reader, tell: Callable[[Work | BaseException], None]) -> None:
        try:
            while waiting := self._waiting.get():
                student, aside = waiting
                try:
                    parts, look = self.everyone[student], self._look(student)
                    work, in_time = _read(reader, student, parts, _PASSES[aside], look)
                except (ValueError, TypeError) as error:  # the other students are not affected
                    work, in_time = Work(student, problem=f"cannot be read: {one_line(str(error))}"), True
                if not in_time and aside + 1 < len(_PASSES):
                    self._waiting.put((student, aside + 1))
                    continue
                tell(work)
                with self._lock:
                    self._left -= 1
                if not self._left:
                    self.now = ""
                    for _ in self._readers:
                        self._waiting.put(None)
        except BaseException as error:
            tell(error)

    def _look(self, student: str) -> Callable[[str], None]:
        def look(name: str) -> None:
            self.now = f"{student}/{name}"

        return look
