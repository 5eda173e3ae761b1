"""The process of `fresh.Fresh`: it imports Keras once, and runs many files, one call at a time."""

import contextlib
import os
import selectors
import socket
import sys
from pathlib import Path
from typing import Any

from keraskata.backend import kernels
from keraskata.subject import channel
from keraskata.subject.host import Host
from keraskata.subject.serving import MAX_FRAME, bring_up, import_what_learners_do, reply
from keraskata.subject.started import Reported


def main() -> None:
    """Serve each connection as `serving.serve` does, all of them in this one thread.

    KeyboardInterrupt, which `Started.interrupt` raises here, ends the call that is under way and the file's connection.
    """
    reported = Reported()
    try:
        import_what_learners_do()
    except (ImportError, ValueError) as error:
        return reported.failed(str(error))
    files = _Files(reported, reported.listen())
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # it came when no call was running any more
            files.serve_next()


class _Files:
    """The hosts of the files that are asked, by their connection."""

    def __init__(self, reported: Reported, listener: socket.socket) -> None:
        self._reported, self._listener = reported, listener
        self._selector = selectors.DefaultSelector()
        self._selector.register(listener, selectors.EVENT_READ)
        self._hosts: dict[Any, tuple[Host, Path]] = {}

    def serve_next(self) -> None:
        """Wait for a request, and answer it."""
        for key, _ in self._selector.select():
            if key.fileobj is not self._listener:
                self._answer(key.fileobj)
            elif connection := self._reported.accept(self._listener):
                self._selector.register(connection, selectors.EVENT_READ)

    def _answer(self, sock: Any) -> None:
        try:
            frame = channel.receive(sock, MAX_FRAME)
            if sock in self._hosts:
                channel.send(sock, reply(*self._hosts[sock], frame))
            else:
                self._hosts[sock] = bring_up(frame)
        except (channel.Broken, KeyboardInterrupt):  # no more requests come for this file
            self._selector.unregister(sock)
            sock.close()
            if sock in self._hosts:
                _forget(self._hosts.pop(sock)[0])


def _forget(host: Host) -> None:
    host.close()
    keras: Any = sys.modules.get("keras")
    with kernels.kept():
        keras.backend.clear_session(free_memory=False)


if __name__ == "__main__":
    try:
        main()
    finally:
        os._exit(0)  # at once: an interpreter with Keras in it takes half a second to end
