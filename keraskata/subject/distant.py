"""A learner's file in another process, as the judge asks it. What comes back is a stranger's: bounded and checked."""

import builtins
import socket
import time
from collections.abc import Callable
from typing import Any

import msgpack

from keraskata import time_limit
from keraskata.results import Feedback, printable
from keraskata.subject import channel
from keraskata.subject.faults import Fault
from keraskata.subject.host import Noticed
from keraskata.subject.serving import MAX_FRAME, MAX_MESSAGE

_GRACE_SECONDS = 2.0
_MAX_TEXT, _MAX_NOTES, _MAX_SAID = 2_000, 10, 200_000


class Distant:
    """The far end of `serving.serve`: a `Subject`.

    `fork` starts a process and gives the socket to it and what ends it; `first` is the frame that says which file.
    """

    def __init__(self, fork: Callable[[], tuple[socket.socket, Callable[[], None]]], first: bytes) -> None:
        self.noticed = Noticed()
        self._fork, self._first = fork, first
        self._process: tuple[socket.socket, Callable[[], None]] | None = None
        self._ended: str | None = None

    def answer(self, request: bytes) -> bytes:
        """The packed answer. Raises Fault where there is none; a process that ended or broke the rules stays ended."""
        self.noticed = Noticed()
        if self._ended:
            raise _no_answer(self._ended)
        start, seconds = time.monotonic(), time_limit.left()
        try:
            frame = self._exchange(msgpack.packb([seconds, request]), start + seconds + _GRACE_SECONDS)
            late, answer, fault, noticed = _checked(frame)
        except channel.Late:
            self.close()  # the next request meets a process of its own
            raise time_limit.error() from None
        except channel.Broken as error:
            self._ended = str(error)
            self.close()
            raise _no_answer(self._ended) from None
        except BaseException:
            self.close()
            raise
        noticed.seconds = time.monotonic() - start
        self.noticed = noticed
        if late:
            raise time_limit.error()
        if fault is not None:
            raise fault
        return answer

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            sock, end = self._process
            self._process = None
            sock.close()
            end()

    def _exchange(self, frame: bytes, deadline: float) -> bytes:
        if self._process is None:
            self._process = self._fork()
            channel.send(self._process[0], self._first)
        channel.send(self._process[0], frame)
        return channel.receive(self._process[0], MAX_FRAME, deadline)


def _no_answer(found: str) -> Fault:
    likely = "it ended itself (os._exit), needed more memory than there is, or did what is not allowed here"
    return Fault(Feedback("an answer", found, likely))


def _checked(frame: bytes) -> tuple[bool, bytes, Fault | None, Noticed]:
    """The parts of a reply. Raises Broken where it has another form than `serving` gives it."""
    try:
        late, answer, fault, noticed = msgpack.unpackb(frame, max_array_len=1_000, max_map_len=1_000)
        if not (isinstance(late, bool) and isinstance(answer, bytes)):
            raise TypeError
        return late, answer, None if fault is None else _fault(*fault), _noticed(**noticed)
    except Exception:
        raise channel.Broken("its process sent what is no answer") from None


def _fault(feedback: dict[str, Any], names: list[str], text: str) -> Fault:
    notes = [_shown(note) for note in feedback["notes"][:_MAX_NOTES]]
    likely = None if feedback["likely"] is None else _shown(feedback["likely"])
    shown = Feedback(_shown(feedback["expected"]), _shown(feedback["found"]), likely, notes)
    return Fault(shown, _error(names, _text(text, MAX_MESSAGE)))


def _error(names: list[str], text: str) -> BaseException | None:
    """An exception of the nearest built-in class that the learner's own is of, with its message."""
    for name in names:
        found = getattr(builtins, _text(name), None)
        if isinstance(found, type) and issubclass(found, BaseException):
            # A class of its own: some built-in ones want more than a message to be made.
            return type(
                found.__name__, (found,), {"__init__": lambda self, *args: None, "__str__": lambda self: text}
            )()
    return None


def _noticed(
    printed: str, shown: int, drew: bool, trained: bool, seconds: float, overflows: list[str], said: list[str]
) -> Noticed:
    return Noticed(
        _text(printed, _MAX_SAID),
        int(shown),
        drew is True,
        trained is True,
        overflows=[_text(kind) for kind in overflows[:4]],
        said=[_text(text, _MAX_SAID) for text in said[:4]],
    )


def _shown(value: Any) -> str:
    return printable(_text(value))


def _text(value: Any, most: int = _MAX_TEXT) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value[:most]
