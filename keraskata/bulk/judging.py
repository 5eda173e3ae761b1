"""Asks a judge's process to grade submissions, one after the other, and outlives whatever becomes of it."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import msgpack

from keraskata.results import Result
from keraskata.subject import channel
from keraskata.terms import Limits, Terms

_START_SECONDS, _END_SECONDS = 300.0, 2.0
MAX_MESSAGE = 10_000
_MAX_ANSWER = 200_000_000


class NoJudge(Exception):
    """A judge does not start on this machine; the message says why, and what to do."""


@dataclass(frozen=True)
class Settings:
    """How a class is graded: the kit's folder, the terms, the most seconds that a submission may take.

    `private` is the folder of the instructor's own graders, or nothing.
    """

    kit: str
    terms: Terms = Terms("walled", Limits(), refusing=True)
    submission_seconds: float = 900.0
    private: str = ""


@dataclass(frozen=True)
class Task:
    """One submission: the content of each exercise's file by id, None for one that is not there."""

    files: Mapping[str, bytes | None]
    seed: int = 0
    fresh: bool = False


@dataclass(frozen=True)
class Verdict:
    """What became of a task: the exercises that were graded, and why the others were not.

    Where a grader is broken, the problem is none of the submission's, and shows what the grader's file holds.
    """

    results: list[Result]
    problem: str = ""
    grader_broken: bool = False


class Judges:
    """The process that has all in it that judges need, and forks them. Starts at once; raises NoJudge late."""

    def __init__(self, settings: Settings) -> None:
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
                [sys.executable, "-m", "keraskata.bulk.judge", *arguments],
                pass_fds=[theirs.fileno()],
                env={**os.environ, "TMPDIR": self._folder.name},
                stdin=quiet,
                stdout=quiet,
                stderr=quiet,
                start_new_session=True,
            )

    def fork(self) -> tuple[socket.socket, int]:
        """The socket to another judge, and its pid. Raises NoJudge."""
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

    def _fork(self) -> tuple[socket.socket, int]:
        self._wait()
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(self._control, [b"judge"], [theirs.fileno()])
            return ours, int(self._control.recv(64))

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
        self._folder.cleanup()  # who was killed has not tidied up

    def _wait(self) -> None:
        if not self._ready:
            self._control.settimeout(_START_SECONDS)
            said = self._control.recv(MAX_MESSAGE)
            if said != b"ready":
                raise NoJudge(said.decode(errors="replace")) if said else OSError()
            self._ready = True


class Judge:
    """One of the `judges`; it is forked with the first task, and anew after each breakdown."""

    def __init__(self, judges: Judges) -> None:
        self._judges, self._settings = judges, judges.settings
        self._number, self._closed = 0, False
        self._process: tuple[socket.socket, int] | None = None

    def grade(self, task: Task) -> Verdict:
        """The verdict, also where the submission takes too long or breaks its judge. Raises NoJudge."""
        results: dict[str, Result] = {}
        for _ in range(2):  # a judge that ends may be none of the submission's fault
            problem, end = self._once(task, results)
            if self._closed or end != "broken":
                break
        return Verdict([results[name] for name in task.files if name in results], problem, end == "grader broken")

    def close(self) -> None:
        """End the judge for good, whatever it is doing; from another thread, too: what it grades is given up."""
        self._closed = True
        self._end()

    def _end(self) -> None:
        if self._process:
            sock, pid = self._process
            self._process = None
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)  # wakes who waits for an answer
            sock.close()
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)

    def _once(self, task: Task, results: dict[str, Result]) -> tuple[str, str]:
        """Grade what has no result yet; the problem, and how it ended: only "broken" may be worth another try."""
        sock, _ = self._process = self._process or self._judges.fork()
        if self._closed:
            self._end()
        self._number += 1
        deadline = time.monotonic() + self._settings.submission_seconds
        files = {name: content for name, content in task.files.items() if name not in results}
        try:
            channel.send(sock, msgpack.packb([self._number, files, task.seed, task.fresh]))
            while True:
                what, number, content = msgpack.unpackb(channel.receive(sock, _MAX_ANSWER, deadline))
                if number != self._number:
                    continue  # of a task that was given up
                if what == "exercise":
                    result = Result.from_dict(content)
                    results[result.exercise] = result
                else:
                    if what == "broken":
                        self._end()  # whatever it is that broke there, the next one begins anew
                    return content, what
        except channel.Late:
            self._end()
            return f"not graded within {self._settings.submission_seconds:g} seconds", "late"
        except channel.Broken:
            self._end()
            return "the judge ended while it was graded", "broken"
        except BaseException:
            self._end()
            raise
