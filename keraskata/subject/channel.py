"""Frames over a socket between judge and subject: eight bytes of length, then as many bytes, never more than agreed."""

import socket

from keraskata.timing.clock import TICK, Countdown

_HEADER = 8
_PIECE = 1 << 20


class Broken(Exception):
    """The other side is gone, or does not keep to the rules; the message says which, in a learner's words."""


class Late(Exception):
    """No whole frame came in time."""


def send(sock: socket.socket, frame: bytes) -> None:
    """Send a frame. Raises Broken where the other side is gone."""
    try:
        sock.sendall(len(frame).to_bytes(_HEADER) + frame)
    except OSError as error:
        raise Broken("the process of this code has ended") from error


def receive(sock: socket.socket, limit: int, time: Countdown | None = None) -> bytes:
    """Return the next frame, of at most `limit` bytes; `time` is how long it may take (None: without a limit).

    Memory is allocated as bytes arrive, whatever the header says. Raises Broken, or Late when the time is over.
    """
    length = int.from_bytes(_exactly(sock, _HEADER, time))
    if length > limit:
        raise Broken(f"an answer of {length / 1e6:.0f} MB was announced, and {limit / 1e6:.0f} MB is the most")
    return bytes(_exactly(sock, length, time))


def _exactly(sock: socket.socket, size: int, time: Countdown | None) -> bytearray:
    found = bytearray()
    while len(found) < size:
        left = None if time is None else time.left()
        if left is not None and left <= 0:
            raise Late
        sock.settimeout(left and min(left, TICK))  # in slices: the time that this process is stopped does not count
        try:
            piece = sock.recv(min(_PIECE, size - len(found)))
        except TimeoutError:
            continue
        except OSError as error:
            raise Broken("the process of this code has ended") from error
        if not piece:
            raise Broken("the process of this code has ended")
        found += piece
    return found
