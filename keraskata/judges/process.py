"""Judges for many submissions, as processes: one imports Keras and forks them, and each forks one that grades some.

So judges start, and start again, quickly; memory does not grow with the class, and a submission that brings the
grading process down costs its own points only.
"""

import json
import os
import resource
import signal
import socket
import sys
from pathlib import Path

import msgpack

from keraskata.curriculum import Kit
from keraskata.judges.forking import MAX_MESSAGE
from keraskata.judges.one_task import MAX_TASK, grade_task, import_what_judges_need, kits_of, needs_large, tell
from keraskata.judges.overdue import Overdue, Shared
from keraskata.subject import channel
from keraskata.subject.confine import end_with_parent, virtual_bytes
from keraskata.subject.submission import Subjects
from keraskata.subject.walls import NoWalls, keep_out
from keraskata.subject.warm import Warm
from keraskata.terms import Terms
from keraskata.timing import time_limit

BATCH = 25  # submissions for a grading process, and fewer where one has made it grow
_GROWN = 300 * 2**20  # bytes
_MEMORY = 4_000 * 2**20  # bytes beyond what is there at the fork
_OVER = 3


def main() -> None:
    """Fork a judge for each socket that comes over the control socket, whose number is the argument, until it closes.

    The second argument is the kit's folder, the third the terms, as JSON, and the fourth the folder of private graders,
    or nothing. The first message is b"ready", or why not; each socket is answered by the judge's pid, and by what its
    walls have that not all have.
    """
    control, terms = socket.socket(fileno=int(sys.argv[1])), Terms.from_dict(json.loads(sys.argv[3]))
    kits = kits_of(sys.argv[2], sys.argv[4])
    try:
        if terms.limits:
            keep_out({"The kit": kits[0].root, "What the kit holds": kits[0].content})
            keep_out({"Your own checks": kits[-1].graders} if kits[-1].graders else {})
        large = needs_large(kits)
        subjects = Warm(terms, large)
        import_what_judges_need(kits[0], large)
        subjects.wait()
    except (NoWalls, ChildProcessError, ImportError, ValueError) as error:
        control.send(str(error).encode()[:MAX_MESSAGE])
        return
    control.send(b"ready")
    while True:
        message, sockets, *_ = socket.recv_fds(control, 64, 1)
        if not message:
            subjects.close()
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
        control.send(" ".join([str(pid), *own.had]).encode())


def _judge(sock: socket.socket, kits: list[Kit], subjects: Subjects) -> None:
    """Grade what comes over `sock`, until it closes.

    A task is [number, {exercise: content}, seed, fresh, variant]; answers are ["exercise", number, result] as each is
    graded, and at the end ["done", number, ""], ["broken", number, why], ["overdue", number, why] where a grader did
    not come back in time, or ["grader broken", number, why].
    """
    os.setsid()
    end_with_parent(signal.SIGKILL)
    shared = Shared()
    while True:
        pid = os.fork()
        if pid == 0:
            _be_the_grading_process(sock, kits, subjects, shared)
        try:
            status = shared.wait_for(pid)
        except Overdue as error:
            tell(sock, "overdue", shared.task, str(error))
            continue
        if status == _OVER:
            return
        if status != 0:
            tell(sock, "broken", shared.task, f"the process that graded it ended (status {status})")


def _be_the_grading_process(sock: socket.socket, kits: list[Kit], subjects: Subjects, shared: Shared) -> None:
    status = 1
    try:
        end_with_parent(signal.SIGKILL)
        most = virtual_bytes() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        time_limit.told(shared.limit)
        before = _resident()
        for _ in range(BATCH):
            shared.idle()
            if _resident() - before > _GROWN:  # by answers of the last one, which the next need not find there
                break
            task = channel.receive(sock, MAX_TASK)
            number, files, seed, fresh, variant = msgpack.unpackb(task)
            shared.begin(number)
            grade_task(sock, kits, subjects, number, files, seed, fresh, variant)
        status = 0
    except channel.Broken:
        status = _OVER
    finally:
        os._exit(status)


def _resident() -> int:
    """Return the bytes of memory that this process has in use."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
