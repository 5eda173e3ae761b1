"""A notebook in another process, as who grades asks it. Its answers are untrusted: bounded, and of their form."""

import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgpack

from keraskata.boundary import bounds
from keraskata.subject import channel
from keraskata.subject.serving import MAX_FRAME
from keraskata.timing import time_limit
from keraskata.timing.clock import Countdown

_GRACE_SECONDS = 2.0 if time_limit.AVAILABLE else 0.0  # the process has the same limit, and says so itself
_MAX_ANSWER, _MAX_ITEMS = 30_000_000, 100_000  # bytes, and all that is in it
MAX_FILES = MAX_FRAME - 1_000_000  # bytes


class Ended(Exception):
    """The process of a notebook has ended, or its answer is none; the message says which."""


@dataclass(frozen=True)
class Ran:
    """What became of a cell: whether its time ran out, and its outputs in nbformat's form, as the process says."""

    late: bool
    outputs: list[Any]


class OtherNotebook:
    """The far end of `cells.serve_cells`, reached by `sock`; `end` ends the process.

    `folder` is where its cells run, with `files` in it by their names, and `environment` beside that of the process.
    """

    def __init__(
        self,
        sock: socket.socket,
        end: Callable[[], None],
        folder: str,
        files: Mapping[str, bytes],
        environment: Mapping[str, str],
    ) -> None:
        self._sock, self._end = sock, end
        self._first = msgpack.packb([folder, files, environment])

    def run(self, source: str, seconds: float) -> Ran:
        """Run a cell, for so many seconds at the most. Raises Ended, and the process is gone then."""
        try:
            if self._first:
                channel.send(self._sock, self._first)
                self._first = b""
            channel.send(self._sock, msgpack.packb([seconds, source]))
            return _checked(channel.receive(self._sock, _MAX_ANSWER, Countdown(seconds + _GRACE_SECONDS)))
        except channel.Late:
            why = f"it took more than {seconds:g} seconds, and could not be interrupted"
        except channel.Broken as error:
            why = str(error)
        self.close()
        raise Ended(why)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._sock.close()
        self._end()


def _checked(frame: bytes) -> Ran:
    """Return what a frame says. Raises Broken where it has another form than `cells` gives it."""
    try:
        bounds.check(frame, _MAX_ITEMS)
        late, outputs = msgpack.unpackb(frame)
        if not (isinstance(late, bool) and isinstance(outputs, list)):
            raise TypeError
        return Ran(late, outputs)
    except Exception:
        raise channel.Broken("its process sent what is no answer") from None
