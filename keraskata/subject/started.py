"""A process of the kit's that is started, not forked, and reached over the loopback network: on every system.

The starting process listens, and sends the address and a secret word over standard input; so no other user of the
machine gets in at either end. This first connection carries what the process says of its start, and ends it when the
connection closes.
"""

import _thread
import contextlib
import hmac
import os
import secrets
import socket
import sys
import tempfile
import threading
from subprocess import DEVNULL, PIPE

import msgpack

from keraskata.subject import channel, system
from keraskata.timing import clock

_START_SECONDS, _ANSWER_SECONDS = 300.0, 10.0
_HOME, _MAX_REPORT = "127.0.0.1", 10_000


class Started:
    """The process that runs `main` of a module; it starts at once, and is waited for late."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._word = secrets.token_hex(16).encode()
        self._listener = socket.create_server((_HOME, 0))
        self._first: socket.socket | None = None
        self._port = 0
        self.folder = tempfile.TemporaryDirectory(prefix="kata-", ignore_cleanup_errors=True)
        places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), self.folder.name)  # a killed process has not tidied up
        self._process = system.start(
            [sys.executable, "-P", "-m", module, *arguments],  # -P: the working folder is no place for modules
            env={**os.environ, **places},
            stdin=PIPE,
            stdout=DEVNULL,
            stderr=DEVNULL,
        )
        with contextlib.suppress(OSError):  # it has ended already: `wait` finds out
            assert self._process.stdin
            self._process.stdin.write(b"%d %s\n" % (self._listener.getsockname()[1], self._word))
            self._process.stdin.close()

    @property
    def ready(self) -> bool:
        """Return whether it was waited for, and can be asked."""
        return self._port != 0

    def wait(self) -> None:
        """Wait until it can be asked. Raises ChildProcessError with what it said, or nothing."""
        if self._port:
            return
        try:
            first = self._first = self._reported_in()
            report = channel.receive(first, _MAX_REPORT, clock.Countdown(_START_SECONDS))
            problem, self._port = msgpack.unpackb(report)
        except (OSError, ValueError, channel.Broken, channel.Late):
            self.end()
            raise ChildProcessError() from None
        if problem:
            self.end()
            raise ChildProcessError(problem)

    def connect(self) -> socket.socket:
        """Return a new connection to it, once it can be asked. Raises OSError where it has ended."""
        sock = socket.create_connection((_HOME, self._port), _ANSWER_SECONDS)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.sendall(self._word)
        return sock

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt in its main thread."""
        if self._first:
            with contextlib.suppress(OSError):
                self._first.sendall(b"!")

    def end(self) -> None:
        """End it, whatever it is doing."""
        system.end(self._process)
        for sock in (self._listener, self._first):
            if sock:
                sock.close()
        self.folder.cleanup()

    def _reported_in(self) -> socket.socket:
        time = clock.Countdown(_START_SECONDS)
        self._listener.settimeout(clock.TICK)
        while time.left() > 0 and self._process.poll() is None:
            with contextlib.suppress(TimeoutError):
                if found := _accepted(self._listener, self._word):
                    return found
        raise ChildProcessError()


class Reported:
    """The other end, in the process that was started: it ends when the one who started it does."""

    def __init__(self) -> None:
        port, word = sys.stdin.buffer.readline().split()
        self._word = word
        self._first = socket.create_connection((_HOME, int(port)), _ANSWER_SECONDS)
        self._first.sendall(word)
        self._first.settimeout(None)
        threading.Thread(target=self._watch, daemon=True).start()

    def failed(self, problem: str) -> None:
        """Say why nothing can be asked here."""
        self._say(problem[: _MAX_REPORT // 8], 0)

    def listen(self) -> socket.socket:
        """Report that requests can come now; return the listening socket, for `accept`."""
        listener = socket.create_server((_HOME, 0))
        self._say("", listener.getsockname()[1])
        return listener

    def accept(self, listener: socket.socket) -> socket.socket | None:
        """Accept the connection that waits there; return None where it does not know the secret word."""
        return _accepted(listener, self._word)

    def _say(self, problem: str, port: int) -> None:
        channel.send(self._first, msgpack.packb([problem, port]))

    def _watch(self) -> None:
        with contextlib.suppress(OSError):
            while self._first.recv(1):
                _thread.interrupt_main()
        os._exit(0)


def _accepted(listener: socket.socket, word: bytes) -> socket.socket | None:
    sock, _ = listener.accept()
    try:
        sock.settimeout(_ANSWER_SECONDS)
        said = b""
        while len(said) < len(word) and (piece := sock.recv(len(word) - len(said))):
            said += piece
        if hmac.compare_digest(said, word):
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(None)
            return sock
    except OSError:
        pass
    sock.close()
    return None
