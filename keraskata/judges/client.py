"""Asks a judge's process to grade submissions, one after the other, and survives its end."""

import socket
import threading
from dataclasses import replace
from typing import Protocol

import msgpack

from keraskata.backend import startup
from keraskata.judges.tasks import JudgeSettings, NoJudge, Task, Verdict
from keraskata.printable import brief
from keraskata.results import Result
from keraskata.subject import channel, system
from keraskata.timing.clock import Countdown

__all__ = ["Judge", "JudgeSettings", "Judges", "NoJudge", "Task", "Verdict"]
_MAX_ANSWER = 200_000_000


class _Process(Protocol):
    """A judge's process as its client has it; `number` is that of the last task, one at a time is `in_use`.

    `had` is what its walls have that not every system's have.
    """

    number: int
    in_use: threading.Lock

    @property
    def sock(self) -> socket.socket: ...

    @property
    def had(self) -> tuple[str, ...]: ...

    def send(self, frame: bytes) -> None:
        """Send a frame. Raises Broken where the process is gone."""

    def end(self) -> None:
        """End it, whatever it is doing; from another thread, too."""

    def give_up(self) -> None:
        """Ask nothing more of it, and do not wait for what it grades."""


class _Source(Protocol):
    def take(self) -> _Process:
        """Return a process for one client. Raises NoJudge."""

    def close(self) -> None:
        """End all of them."""


class Judges:
    """Where judges come from: forked where the system can, and else started and kept. Raises NoJudge late.

    `started` says whether there was one yet: the first comes once Keras is imported.
    """

    def __init__(self, settings: JudgeSettings) -> None:
        self.settings, self.started = settings, False
        startup.prepare()  # what is started from here inherits it
        self._source = _source(settings)

    def take(self) -> _Process:
        """Return the process of a judge that has no other client. Raises NoJudge."""
        process = self._source.take()
        self.started = True
        return process

    def close(self) -> None:
        """End the process, and with it all judges."""
        self._source.close()


def _source(settings: JudgeSettings) -> _Source:
    if system.can_fork():
        from keraskata.judges.forking import Forking

        return Forking(settings)
    from keraskata.judges.starting import Starting

    return Starting(settings)


class Judge:
    """One of the `judges`; it gets its process with the first task, and another one after each breakdown.

    `had` is what the walls had behind which it graded last: "user", "cgroup" (see `subject.warm.Warm`).
    """

    def __init__(self, judges: Judges) -> None:
        self._judges, self._settings = judges, judges.settings
        self._lock, self._closed = threading.Lock(), False
        self.had: tuple[str, ...] = ()
        self._process: _Process | None = None

    def grade(self, task: Task) -> Verdict:
        """Return the verdict, also where the submission takes too long or breaks its judge. Raises NoJudge.

        What breaks a judge twice, or does not let it come back in time, costs the exercise that was graded then.
        """
        results: dict[str, Result] = {}
        problems: dict[str, str] = {}
        problem = end = suspect = ""
        time = Countdown(self._settings.submission_seconds)
        while left := [name for name in task.files if name not in results and name not in problems]:
            problem, end = self._once(replace(task, files={name: task.files[name] for name in left}), results, time)
            if self._closed or end not in ("broken", "overdue"):
                break
            at_work = next((name for name in left if name not in results), "")
            if at_work and (end == "overdue" or at_work == suspect):  # to end once may be an accident
                problems[at_work] = brief(problem)
            problem, suspect = "", at_work
        found = [results[name] for name in task.files if name in results]
        if end == "grader broken":
            return Verdict(found, problem, grader_broken=True)
        said = [f"{name}: {why}" for name, why in problems.items()] if len(task.files) > 1 else [*problems.values()]
        return Verdict(found, "; ".join(filter(None, [*said, brief(problem)])))

    def close(self) -> None:
        """Ask nothing any more; from another thread, too: what is graded is given up."""
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
        if process:
            process.give_up()

    def _end(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if process:
            process.end()

    def _once(self, task: Task, results: dict[str, Result], time: Countdown) -> tuple[str, str]:
        """Grade a task; return the problem and how it ended: after "broken" and "overdue" the rest can be graded."""
        process = self._process or self._judges.take()
        self.had = process.had
        with self._lock:
            too_late = self._closed
            self._process = None if too_late else process
        if too_late:
            process.give_up()
            return "it was given up", "given up"
        with process.in_use:  # its last client may still wait for the end of what was given up
            with self._lock:
                if self._closed:
                    return "it was given up", "given up"
                process.number += 1
            message = msgpack.packb([process.number, task.files, task.seed, task.fresh, task.variant])
            return self._answers(process, message, results, time)

    def _answers(
        self, process: _Process, message: bytes, results: dict[str, Result], time: Countdown
    ) -> tuple[str, str]:
        try:
            process.send(message)
            while True:
                what, number, content = msgpack.unpackb(channel.receive(process.sock, _MAX_ANSWER, time))
                if number != process.number:
                    continue  # of a task that was given up
                if what == "exercise":
                    result = Result.from_dict(content)
                    results[result.exercise] = result
                else:
                    if what in ("broken", "overdue"):
                        self._end()  # whatever broke there, the next task starts another process
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
