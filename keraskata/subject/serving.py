"""A host at the far end of a socket: one learner's file in a process of its own."""

import socket
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgpack

from keraskata import time_limit, values
from keraskata.results import Feedback
from keraskata.subject import channel
from keraskata.subject.faults import Fault
from keraskata.subject.host import Host

MAX_FRAME = values.MAX_BYTES + 4_000_000
MAX_MESSAGE = 10_000


class OutOfTime(BaseException):
    """A call took longer than it may; no Exception, so that fewer of a learner's `except` catch it."""


def serve(sock: socket.socket) -> None:
    """Be a learner's file until nobody asks any more. The first frame says which file, the others are requests."""
    name, functions, seed, folder, text = msgpack.unpackb(channel.receive(sock, MAX_FRAME))
    path = Path(folder) / f"{name}.py"
    if text is not None:
        path.write_bytes(text)
    files = Path(folder) / "files"
    files.mkdir()
    host = Host(name, functions, path, seed, through=(OutOfTime,), folder=files)
    while True:
        try:
            seconds, request = msgpack.unpackb(channel.receive(sock, MAX_FRAME))
        except channel.Broken:
            return
        channel.send(sock, _reply(host, seconds, request, path))


def _reply(host: Host, seconds: float, request: bytes, path: Path) -> bytes:
    """[whether time ran out, the packed answer, the fault or None, what was noticed]"""
    answer, late = b"", False
    fault: list[Any] | None = None
    try:
        time_limit.start(seconds, str(path), OutOfTime())
        try:
            answer = host.answer(request)
        finally:
            time_limit.stop()
    except OutOfTime:
        late = True
    except Fault as error:
        fault = [asdict(error.feedback), _names(error.error), _text(error.error)]
    except (values.NotAValue, IndexError) as error:
        fault = [asdict(Feedback("what was kept to be there", str(error))), [], ""]
    return bytes(msgpack.packb([late, answer, fault, asdict(host.noticed)]))


def _names(error: BaseException | None) -> list[str]:
    return [cls.__name__ for cls in type(error).__mro__] if error is not None else []


def _text(error: BaseException | None) -> str:
    try:
        return str(error)[:MAX_MESSAGE]
    except Exception:  # a learner's own exception may not even be printable
        return ""
