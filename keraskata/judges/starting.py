"""Judges where no process can be forked: each is started fresh, and kept for the next client."""

import contextlib
import json
import socket
import threading
from dataclasses import asdict

import msgpack

from keraskata.judges.tasks import JudgeSettings, NoJudge
from keraskata.subject import channel, walls
from keraskata.subject.started import Started


class Starting:
    """The judges that were started; the first one starts at once. Raises NoJudge late."""

    def __init__(self, settings: JudgeSettings) -> None:
        self._settings, self._lock = settings, threading.Lock()
        self._closed = False
        self._all: list[Kept] = []
        self._idle: list[Kept] = [] if settings.terms.limits else [self._another()]

    def take(self) -> "Kept":
        """Return a judge that has no other client. Raises NoJudge."""
        if self._settings.terms.limits:
            try:
                walls.check_for_tools()
            except walls.NoWalls as error:
                raise NoJudge(str(error)) from None
        with self._lock:
            judge = self._idle.pop() if self._idle else self._another()
        try:
            judge.wait()
        except (OSError, channel.Broken) as error:
            judge.end()
            raise NoJudge(str(error) or "The process that grades does not start; `kata doctor` may say why.") from None
        return judge

    def give_back(self, judge: "Kept") -> None:
        """Keep a judge that its client no longer needs."""
        with self._lock:
            if judge in self._all and judge not in self._idle:
                self._idle.append(judge)

    def forget(self, judge: "Kept") -> None:
        """Drop a judge that has ended."""
        with self._lock:
            for judges in (self._all, self._idle):
                with contextlib.suppress(ValueError):
                    judges.remove(judge)

    def close(self) -> None:
        """End all of them."""
        self._closed = True
        for judge in list(self._all):
            judge.end()

    def _another(self) -> "Kept":
        if self._closed:
            raise NoJudge("The judges were closed.")
        judge = Kept(self, self._settings)
        self._all.append(judge)
        return judge


class Kept:
    """A judge's process; what it grades can be given up, and it stays."""

    had = ()

    def __init__(self, source: Starting, settings: JudgeSettings) -> None:
        self.number, self.in_use = 0, threading.Lock()
        self._source, self._sending = source, threading.Lock()
        terms = json.dumps(asdict(settings.terms))
        self._started = Started("keraskata.judges.started_process", settings.kit, terms, settings.private)
        self._sock: socket.socket | None = None

    @property
    def sock(self) -> socket.socket:
        """Return the connection to it, once it was waited for."""
        assert self._sock
        return self._sock

    def wait(self) -> None:
        """Wait until it can be asked. Raises ChildProcessError with the reason."""
        if self._sock is None:
            self._started.wait()
            self._sock = self._started.connect()
            self._sock.settimeout(None)

    def send(self, frame: bytes) -> None:
        """Send a frame. Raises Broken where the process is gone."""
        with self._sending:
            channel.send(self.sock, frame)

    def end(self) -> None:
        """End it, whatever it is doing; from another thread, too."""
        self._source.forget(self)
        self._started.end()
        if self._sock:
            with contextlib.suppress(OSError):
                self._sock.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for an answer
            self._sock.close()

    def give_up(self) -> None:
        """Do not wait for what it grades."""
        try:
            self.send(msgpack.packb([self.number]))
        except channel.Broken:
            self.end()
        else:
            self._source.give_back(self)
