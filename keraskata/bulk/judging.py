"""Asks a judge's process to grade submissions, one after the other, and outlives whatever becomes of it."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import msgpack

from keraskata.results import Result
from keraskata.subject import channel
from keraskata.terms import Limits, Terms

_START_SECONDS = 300.0
_MAX_ANSWER = 200_000_000


class NoJudge(Exception):
    """A judge does not start on this machine; the message says why, and what to do."""


@dataclass(frozen=True)
class Settings:
    """How a class is graded: the kit's folder, the terms, and the most seconds that a submission may take."""

    kit: str
    terms: Terms = Terms("walled", Limits(), refusing=True)
    submission_seconds: float = 900.0


@dataclass(frozen=True)
class Task:
    """One submission: the content of each exercise's file by id, None for one that is not there."""

    files: Mapping[str, bytes | None]
    seed: int = 0
    fresh: bool = False


@dataclass(frozen=True)
class Verdict:
    """What became of a task: the exercises that were graded, and why the others were not."""

    results: list[Result]
    problem: str = ""


class Judge:
    """A judge's process of one's own; it starts with the first task, and starts anew after each breakdown."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._number = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._sock: socket.socket | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def grade(self, task: Task) -> Verdict:
        """The verdict, also where the submission takes too long or breaks its judge. Raises NoJudge."""
        results: dict[str, Result] = {}
        for _ in range(2):  # a judge that ends may be none of the submission's fault
            problem, again = self._once(task, results)
            if not again:
                break
        return Verdict([results[name] for name in task.files if name in results], problem)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._sock:
            self._sock.close()
        if self._process:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        if self._folder:  # whoever was killed has not tidied up
            self._folder.cleanup()
        self._process = self._sock = self._folder = None

    def _once(self, task: Task, results: dict[str, Result]) -> tuple[str, bool]:
        """Grade what has no result yet; the problem, and whether it may be worth another try."""
        sock = self._sock or self._start()
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
                    return content, what == "broken"
        except channel.Late:
            self.close()
            return f"not graded within {self._settings.submission_seconds:g} seconds", False
        except channel.Broken:
            self.close()
            return "the judge ended while it was graded", True
        except BaseException:
            self.close()
            raise

    def _start(self) -> socket.socket:
        ours, theirs = socket.socketpair()
        self._folder = tempfile.TemporaryDirectory(prefix="kata-", ignore_cleanup_errors=True)
        terms = json.dumps(asdict(self._settings.terms))
        command = [sys.executable, "-m", "keraskata.bulk.judge", str(theirs.fileno()), self._settings.kit, terms]
        quiet: Any = subprocess.DEVNULL
        with theirs:
            self._process = subprocess.Popen(
                command,
                pass_fds=[theirs.fileno()],
                env={**os.environ, "TMPDIR": self._folder.name},
                stdin=quiet,
                stdout=quiet,
                stderr=quiet,
                start_new_session=True,
            )
        self._sock = ours
        try:
            what, _, content = msgpack.unpackb(channel.receive(ours, _MAX_ANSWER, time.monotonic() + _START_SECONDS))
        except (channel.Late, channel.Broken):
            self.close()
            raise NoJudge("The process that grades does not start; `kata grade` on one file may say why.") from None
        if what != "ready":
            self.close()
            raise NoJudge(content)
        return ours
