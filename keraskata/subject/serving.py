"""A host at the far end of a socket: one learner's file in a process of its own."""

import importlib
import socket
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgpack

from keraskata.backend import startup
from keraskata.boundary.bounds import MAX_BYTES
from keraskata.boundary.errors import NotAValue
from keraskata.results import Feedback
from keraskata.subject import channel
from keraskata.subject.faults import Fault
from keraskata.subject.host import Host
from keraskata.timing import time_limit

MAX_FRAME = MAX_BYTES + 4_000_000
MAX_MESSAGE = 10_000


_IMPORTED = (
    "keraskata.boundary.keras_models",
    "pandas",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_svg",
    "seaborn",
    "sklearn.model_selection",
    "sklearn.tree",
    "PIL.Image",
)


class OutOfTime(BaseException):
    """A call took longer than it may; no Exception, so that fewer of a learner's `except` catch it."""


def import_what_learners_do() -> None:
    """Import Keras and other slow packages. Raises ImportError or ValueError where Keras' backend is missing."""
    startup.prepare()
    with startup.imports():
        startup.start_keras()
        for name in _IMPORTED:
            importlib.import_module(name)


def serve(sock: socket.socket) -> None:
    """Serve requests for one file until the socket closes; the first frame says which file."""
    host, path = bring_up(channel.receive(sock, MAX_FRAME))
    while True:
        try:
            frame = channel.receive(sock, MAX_FRAME)
        except channel.Broken:
            return
        channel.send(sock, reply(host, path, frame))


def bring_up(frame: bytes) -> tuple[Host, Path]:
    """Return the host of the file that the first frame describes, and where that file lies now."""
    name, functions, seed, folder, text = msgpack.unpackb(frame)
    path = Path(folder) / f"{name}.py"
    if text is not None:
        path.write_bytes(text)
    files = Path(folder) / "files"
    files.mkdir(exist_ok=True)  # an earlier process may have had it
    return Host(name, functions, path, seed, through=(OutOfTime,), folder=files), path


def reply(host: Host, path: Path, frame: bytes) -> bytes:
    """Answer a request: [whether time ran out, the packed answer, the fault or None, what was noticed]."""
    seconds, request = msgpack.unpackb(frame)
    answer, late = b"", False
    fault: list[Any] | None = None
    try:
        time_limit.start(seconds, str(path), OutOfTime())
        try:
            answer = host.answer(request)
            late = time_limit.is_over()  # code may have swallowed the alarm
        finally:
            time_limit.stop()
    except OutOfTime:
        late = True
    except Fault as error:
        fault = [asdict(error.feedback), _names(error.error), _text(error.error)]
    except (NotAValue, IndexError) as error:
        fault = [asdict(Feedback("what was kept to be there", str(error))), [], ""]
    # Half characters, which no text has, are sent by their codes.
    return bytes(msgpack.packb([late, answer, fault, asdict(host.noticed)], unicode_errors="backslashreplace"))


def _names(error: BaseException | None) -> list[str]:
    return [cls.__name__ for cls in type(error).__mro__] if error is not None else []


def _text(error: BaseException | None) -> str:
    try:
        return str(error)[:MAX_MESSAGE]
    except Exception:  # a learner's own exception may not even be printable
        return ""
