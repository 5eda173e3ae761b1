"""The process of a judge that is started and kept: it grades one task after another, and can give one up."""

import json
import os
import queue
import socket
import sys
import threading
from typing import Any

import msgpack

from keraskata.judges.one_task import MAX_TASK, grade_task, import_what_judges_need, kits_of, needs_large, tell
from keraskata.subject import channel
from keraskata.subject.fresh import Fresh
from keraskata.subject.started import Reported
from keraskata.terms import Terms


def main() -> None:
    """Grade for the one connection that comes. The arguments: the kit's folder, the terms as JSON, private graders.

    What comes in is a task, as `one_task` has it, or [number], which gives up that task and all before it.
    """
    reported = Reported()
    kits, subjects = kits_of(sys.argv[1], sys.argv[3]), Fresh(Terms.from_dict(json.loads(sys.argv[2])))
    try:
        subjects.start()  # beside the imports here
        import_what_judges_need(kits[0], needs_large(kits))
        subjects.wait()
    except (ChildProcessError, ImportError, ValueError) as error:
        return reported.failed(str(error))
    listener = reported.listen()
    while (sock := reported.accept(listener)) is None:
        pass
    inbox = _Inbox(sock, subjects)
    while True:
        task = inbox.next()
        try:
            grade_task(sock, kits, subjects, *task)
        except KeyboardInterrupt:
            tell(sock, "done", task[0], "it was given up")


class _Inbox:
    """Reads what comes in while something is graded, so that it can be given up."""

    def __init__(self, sock: socket.socket, subjects: Fresh) -> None:
        self._sock, self._subjects = sock, subjects
        self._tasks: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._current = self._given_up = 0
        threading.Thread(target=self._read, daemon=True).start()

    def next(self) -> Any:
        """Return the next task to be graded."""
        with self._lock:
            self._current = 0
        while True:
            task = self._tasks.get()
            with self._lock:
                if task[0] > self._given_up:
                    self._current, self._subjects.given_up = task[0], False
                    return task
            tell(self._sock, "done", task[0], "it was given up")

    def _read(self) -> None:
        while True:
            try:
                message = msgpack.unpackb(channel.receive(self._sock, MAX_TASK))
            except channel.Broken:
                os._exit(0)
            if len(message) > 1:
                self._tasks.put(message)
                continue
            with self._lock:
                self._given_up = max(self._given_up, message[0])
                if 0 < self._current <= self._given_up:
                    self._subjects.give_up()


if __name__ == "__main__":
    try:
        main()
    finally:
        os._exit(0)
