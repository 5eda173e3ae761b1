"""Judges for many submissions, as processes: one imports Keras and forks them, and each forks one that grades some.

So judges start, and start again, in no time; memory does not grow with the class, and a submission that brings the
grading process down costs its own points only.
"""

import contextlib
import importlib
import json
import mmap
import os
import resource
import signal
import socket
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgpack

from keraskata import startup
from keraskata.bulk.judging import MAX_MESSAGE
from keraskata.curriculum import Exercise, Kit, load
from keraskata.grading import GradingFailed, grade
from keraskata.results import Result
from keraskata.subject import channel
from keraskata.subject.confine import end_with_parent, virtual_bytes
from keraskata.subject.submission import Subjects
from keraskata.subject.walls import NoWalls
from keraskata.subject.warm import Warm
from keraskata.terms import Terms

BATCH = 25  # submissions for a grading process
MAX_TASK = 100_000_000
_MEMORY = 4_000 * 2**20  # bytes beyond what is there at the fork
_IMPORTED = ("keraskata.expect", "keraskata.models", "matplotlib.pyplot", "pandas", "scipy.special", "sklearn.metrics")
_OVER = 3


def main() -> None:
    """Fork a judge for each socket that comes over the control socket, whose number is the argument, until it closes.

    The second argument is the kit's folder, the third the terms, as JSON, and the fourth the folder of private graders,
    or nothing. The first message is b"ready", or why not; each socket is answered by the judge's pid.
    """
    control, terms = socket.socket(fileno=int(sys.argv[1])), Terms.from_dict(json.loads(sys.argv[3]))
    startup.prepare()
    kit = load(Path(sys.argv[2]))
    kits = [kit, *([kit.private(Path(sys.argv[4]))] if sys.argv[4] else [])]
    try:
        subjects = Warm(terms)
        with startup.imports():
            startup.start_keras()
            for name in _IMPORTED:
                importlib.import_module(name)
            with contextlib.suppress(GradingFailed):
                grade(kit, [])  # nothing: but what it needs is imported, once for all judges
        subjects.wait()
    except (NoWalls, ChildProcessError, ImportError, ValueError) as error:
        control.send(str(error).encode()[:MAX_MESSAGE])
        return
    control.send(b"ready")
    while True:
        message, sockets, *_ = socket.recv_fds(control, 64, 1)
        if not message:
            os._exit(0)  # at once: an interpreter with Keras in it takes half a second to end
        while os.waitpid(-1, os.WNOHANG)[0]:  # judges that have ended
            pass
        own = subjects.another()
        pid = os.fork()
        if pid == 0:
            control.close()
            _judge(socket.socket(fileno=sockets[0]), kits, own)
            os._exit(0)
        own.close()
        os.close(sockets[0])
        control.send(b"%d" % pid)


def _judge(sock: socket.socket, kits: list[Kit], subjects: Subjects) -> None:
    """Grade what comes over `sock`, until nobody sends any more.

    A task is [number, {exercise: content}, seed, fresh]; answers are ["exercise", number, result] as each is graded,
    and at the end ["done", number, ""], ["broken", number, why], or ["grader broken", number, why].
    """
    os.setsid()
    end_with_parent(signal.SIGKILL)
    current = mmap.mmap(-1, 8)
    while True:
        pid = os.fork()
        if pid == 0:
            _be_the_grading_process(sock, kits, subjects, current)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status == _OVER:
            return
        if status != 0:
            _send(sock, "broken", int.from_bytes(current), f"the process that graded it ended (status {status})")


def _be_the_grading_process(sock: socket.socket, kits: list[Kit], subjects: Subjects, current: Any) -> None:
    status = 1
    try:
        end_with_parent(signal.SIGKILL)
        most = virtual_bytes() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        for _ in range(BATCH):
            task = channel.receive(sock, MAX_TASK)
            number, files, seed, fresh = msgpack.unpackb(task)
            current[:8] = number.to_bytes(8)
            _grade(sock, kits, subjects, number, files, seed, fresh)
        status = 0
    except channel.Broken:
        status = _OVER
    finally:
        os._exit(status)


def _grade(
    sock: socket.socket,
    kits: list[Kit],
    subjects: Subjects,
    number: int,
    files: dict[str, bytes | None],
    seed: int,
    fresh: bool,
) -> None:
    def seen(result: Result) -> None:
        _send(sock, "exercise", number, result.to_dict())

    kit, *private = kits
    with tempfile.TemporaryDirectory(prefix="kata-") as folder:
        targets = []
        for name, content in files.items():
            path = Path(folder) / f"{name}.py"
            targets.append((kit.exercises[name], path))
            if content is not None:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
        try:
            if not private:
                grade(kit, targets, seed=seed, fresh=fresh, seen=seen, subjects=subjects)
            for target in targets if private else ():
                found = [grade(one, [target], seed=seed, fresh=fresh, subjects=subjects) for one in _with(kits, target)]
                seen(_joined(*(result for results in found for result in results)))
        except GradingFailed as error:
            _send(sock, "grader broken" if error.in_grader else "broken", number, str(error))
        else:
            _send(sock, "done", number, "")


def _with(kits: list[Kit], target: tuple[Exercise, Path]) -> list[Kit]:
    return [kit for kit in kits if target[0].id in kit.exercises]


def _joined(public: Result, *private: Result) -> Result:
    """One result: the private checks come last, in a process of their own, so that no other check can tell of them."""
    hidden = [replace(check, hidden=True) for result in private for check in result.checks]
    most = public.max_points + sum(result.max_points for result in private)
    return replace(public, checks=[*public.checks, *hidden], max_points=most)


def _send(sock: socket.socket, what: str, number: int, content: Any) -> None:
    channel.send(sock, msgpack.packb([what, number, content]))


if __name__ == "__main__":
    main()
