"""A learner's file in another process, as the judge asks it. Its answers are untrusted: bounded and checked."""

import builtins
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgpack

from keraskata.curriculum import Exercise
from keraskata.printable import printable
from keraskata.results import Feedback
from keraskata.source.python_text import MAX_SOURCE
from keraskata.subject import channel, evidence_form
from keraskata.subject.faults import Fault
from keraskata.subject.host import Noticed
from keraskata.subject.serving import MAX_FRAME, MAX_MESSAGE
from keraskata.timing import time_limit
from keraskata.timing.clock import Countdown

# The process that runs the code has the same limit, and says so itself, where the system gives it an alarm.
_GRACE_SECONDS = 2.0 if time_limit.AVAILABLE else 0.0
_MAX_TEXT, _MAX_NOTES, _MAX_SAID = 2_000, 10, 200_000


class OtherProcess:
    """The far end of `serving.serve`: a `Subject`.

    `find` gives the socket to a process for it, and what is to be called when that is needed no longer, with whether it
    is still at work; `first` is the frame that says which file.
    """

    def __init__(self, find: Callable[[], tuple[socket.socket, Callable[[bool], None]]], first: bytes) -> None:
        self.noticed = Noticed()
        self._find, self._first = find, first
        self._process: tuple[socket.socket, Callable[[bool], None]] | None = None
        self._ended: str | None = None
        self._asked = False

    def answer(self, request: bytes) -> bytes:
        """Return the packed answer. Raises Fault where there is none; an ended or misbehaving process stays ended."""
        self.noticed = Noticed()
        if self._ended:
            raise _no_answer(self._ended)
        if time_limit.is_over() and not time_limit.AVAILABLE:  # nothing else stops a grader that asks on and on
            raise time_limit.error()
        start = time.monotonic()
        try:
            frame = self._exchange(request)
            late, answer, fault, noticed = _checked(frame)
        except channel.Late:
            self._leave(at_work=True)  # the next request meets a process of its own
            raise time_limit.error() from None
        except channel.Broken as error:
            self._ended = str(error)
            self._leave(at_work=True)
            raise _no_answer(self._ended) from None
        except BaseException:
            self._leave(at_work=True)
            raise
        noticed.seconds = time.monotonic() - start
        self.noticed = noticed
        if late:
            raise time_limit.error()
        if fault is not None:
            raise fault
        return answer

    def close(self) -> None:
        """Ask nothing more; a process of its own ends."""
        self._leave(at_work=False)

    @time_limit.whole
    def _leave(self, at_work: bool) -> None:
        self._asked = False
        if self._process is not None:
            sock, done = self._process
            self._process = None
            sock.close()
            done(at_work)

    def _exchange(self, request: bytes) -> bytes:
        if self._asked:  # an alarm has struck before its answer was there: what comes now is no answer to this
            self._leave(at_work=True)
        if self._process is None:
            with time_limit.paused():
                self._process = self._find()
            channel.send(self._process[0], self._first)
        self._asked, seconds = True, time_limit.left()
        channel.send(self._process[0], msgpack.packb([seconds, request]))
        frame = channel.receive(self._process[0], MAX_FRAME, Countdown(seconds + _GRACE_SECONDS))
        self._asked = False
        return frame


def first_frame(exercise: Exercise, path: Path, seed: int, folder: str) -> bytes:
    """Return the frame that tells `serving.bring_up` of a file that is to run in `folder`."""
    return bytes(msgpack.packb([exercise.name, exercise.functions, seed, folder, _source(path)]))


def _source(path: Path) -> bytes | None:
    """Return what the file holds; None where it does not exist."""
    try:
        if not path.is_file():  # to open a pipe waits for ever
            return None
        with path.open("rb") as file:
            return file.read(MAX_SOURCE + 1)  # one byte too many is refused there
    except OSError:
        return None


def _no_answer(found: str) -> Fault:
    likely = "it ended itself (os._exit), needed more memory than there is, or did what is not allowed here"
    return Fault(Feedback("an answer", found, likely))


def _checked(frame: bytes) -> tuple[bool, bytes, Fault | None, Noticed]:
    """Return the parts of a reply. Raises Broken where it has another form than `serving` gives it."""
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
    """Make an exception of the nearest built-in class that the learner's own is of, with its message."""
    for name in names:
        found = getattr(builtins, _text(name), None)
        # A group of exceptions is not made without the exceptions in it.
        if isinstance(found, type) and issubclass(found, BaseException) and not issubclass(found, BaseExceptionGroup):
            # A class of its own: some built-in ones want more than a message to be made.
            error: BaseException = type(
                found.__name__, (found,), {"__init__": lambda self, *args: None, "__str__": lambda self: text}
            )()
            return error
    return None


def _noticed(
    printed: str, shown: int, seconds: float, evidence: bytes, overflows: list[str], said: list[str]
) -> Noticed:
    return Noticed(
        _text(printed, _MAX_SAID),
        int(shown),
        evidence=evidence if isinstance(evidence, bytes) and len(evidence) <= evidence_form.MAX_BYTES else b"",
        overflows=[_text(kind) for kind in overflows[:4]],
        said=[_text(text, _MAX_SAID) for text in said[:4]],
    )


def _shown(value: Any) -> str:
    return printable(_text(value))


def _text(value: Any, most: int = _MAX_TEXT) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value[:most]
