"""Judges by forks: one process has imported all that a judge needs, and forks judges quickly. Linux only."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import asdict
from typing import Any

from keraskata.judges.tasks import JudgeSettings, NoJudge
from keraskata.subject import channel

_START_SECONDS, _END_SECONDS = 300.0, 2.0
MAX_MESSAGE = 10_000


class Forking:
    """The process that has imported all that judges need, and forks them. Starts at once; raises NoJudge late."""

    def __init__(self, settings: JudgeSettings) -> None:
        self.settings = settings
        self._one_at_a_time, self._closed = threading.Lock(), False
        self._start()

    def _start(self) -> None:
        self._ready = False
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._folder = tempfile.TemporaryDirectory(prefix="kata-", ignore_cleanup_errors=True)
        arguments = [str(theirs.fileno()), self.settings.kit, json.dumps(asdict(self.settings.terms))]
        arguments.append(self.settings.private)
        quiet: Any = subprocess.DEVNULL
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "keraskata.judges.process", *arguments],
                pass_fds=[theirs.fileno()],
                env={**os.environ, "TMPDIR": self._folder.name},
                stdin=quiet,
                stdout=quiet,
                stderr=quiet,
                start_new_session=True,
            )

    def take(self) -> "Forked":
        """Return another judge. Raises NoJudge."""
        with self._one_at_a_time:
            try:
                return self._fork()
            except (OSError, ValueError):  # it has ended, or the files' parent has
                if not self._closed:
                    self._end()
                    self._start()
            try:
                return self._fork()
            except (OSError, ValueError):
                raise NoJudge("The process that grades does not go on; `kata grade` on one file may say why.") from None

    def _fork(self) -> "Forked":
        self._wait()
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._control, [b"judge"], [theirs.fileno()])
            pid, *had = self._control.recv(64).decode().split() or [""]
            return Forked(ours, int(pid), tuple(had))

    def close(self) -> None:
        """End the process, and with it all judges."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        self._control.close()
        try:
            self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._folder.cleanup()  # a killed process has not tidied up

    def _wait(self) -> None:
        if not self._ready:
            self._control.settimeout(_START_SECONDS)
            said = self._control.recv(MAX_MESSAGE)
            if said != b"ready":
                raise NoJudge(said.decode(errors="replace")) if said else OSError()
            self._ready = True


class Forked:
    """A judge that was forked: it has its own subjects, and ends with what it grades when that is given up."""

    def __init__(self, sock: socket.socket, pid: int, had: tuple[str, ...]) -> None:
        self.sock, self._pid, self.had = sock, pid, had
        self.number, self.in_use = 0, threading.Lock()

    def send(self, frame: bytes) -> None:
        """Send a frame. Raises Broken where the judge is gone."""
        channel.send(self.sock, frame)

    def end(self) -> None:
        """End it, whatever it is doing; from another thread, too."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for an answer
        self.sock.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)

    give_up = end
