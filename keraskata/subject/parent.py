"""The warm parent: a process that has imported what learners import, executed nothing, and forks for each file."""

import contextlib
import json
import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable

from keraskata.subject import ids
from keraskata.subject.cells import import_what_cells_need, open_loop, serve_cells
from keraskata.subject.confine import Walls, end_with_parent, hide_memory
from keraskata.subject.serving import import_what_learners_do, serve
from keraskata.terms import Limits


def main() -> None:
    """Be the parent on the control socket whose number is the argument, until the judge closes it.

    The second argument is "large" where this is to import ahead what learners import. A third one, limits as JSON, puts
    walls around each child; a fourth one is the descriptor of a namespace, this one, with user ids that own nothing.
    The first message is "ready", with "user" where each child has such an id. Messages are "fork", which brings the
    socket for the child and is answered by its pid, "notebook", which does the same for the cells of a notebook,
    "end PID", "large" and "cells FRAMEWORKS", which ask for the imports of files and of notebooks now, and "parent",
    which brings the control socket for another parent like this one, and may bring a control group's file for it.
    """
    control = socket.socket(fileno=int(sys.argv[1]))
    hide_memory()
    for number in map(int, sys.argv[4:]):
        os.close(number)  # bubblewrap leaves it open
    walls = Walls(Limits(**json.loads(sys.argv[3])), _user()) if len(sys.argv) > 3 else None
    if walls:
        walls.prove()  # while there is little to fork
    if sys.argv[2]:
        import_what_learners_do()
    control.send(b"ready user" if walls and walls.user else b"ready")
    _serve(control, walls)
    os._exit(0)  # at once: an interpreter with Keras in it takes half a second to end


def _user() -> int:
    """Return the user id of this parent's children: one for each parent, as the kernel counts threads by user."""
    return 1 + secrets.randbelow(ids.COUNT) if sys.argv[4:] else 0


def _serve(control: socket.socket, walls: Walls | None) -> None:
    living: set[int] = set()
    while True:
        message, sockets, *_ = socket.recv_fds(control, 64, 2)
        if message == b"fork":
            living.add(_fork(control, sockets[0], walls, serve))
        elif message == b"notebook":
            living.add(_fork(control, sockets[0], walls, serve_cells, open_loop))
        elif message.startswith((b"large", b"cells")):
            what, *frameworks = message.decode().split()
            with contextlib.suppress(ImportError, ValueError):  # the file's own import says why
                import_what_learners_do() if what == "large" else import_what_cells_need(frameworks)
            control.send(b"done")
        elif message == b"parent":
            control = _another(control, *sockets, living=living)
            if walls and walls.user:
                walls.user = _user()
        elif message:
            pid = int(message.split()[1])
            living.discard(pid)
            _end(pid)
        else:
            for pid in living:
                _end(pid)
            return


def _fork(
    control: socket.socket,
    number: int,
    walls: Walls | None,
    serve: Callable[[socket.socket], None],
    before: Callable[[], None] = lambda: None,
) -> int:
    """Fork a child that serves the socket `number`, and calls `before` while it may still make sockets."""
    pid = walls.fork(before) if walls else os.fork()
    if pid:
        os.close(number)
        control.send(b"%d" % pid)
        return pid
    try:
        control.close()
        if not walls:
            os.setsid()
            end_with_parent(signal.SIGKILL)
        with socket.socket(fileno=number) as sock:
            serve(sock)
    finally:
        os._exit(0)


def _another(control: socket.socket, number: int, *group: int, living: set[int]) -> socket.socket:
    """Fork another parent, which serves the new socket without children yet; return the socket served here."""
    pid = os.fork()
    if pid == 0:
        control.send(b"grouped" if _entered(*group) else b"done")
        control.close()
        living.clear()
    for descriptor in (*group, *([number] if pid else [])):
        os.close(descriptor)
    return control if pid else socket.socket(fileno=number)


def _entered(group: int | None = None) -> bool:
    """Put this process, and all that it will fork, into the group; return whether that worked."""
    try:
        return group is not None and os.write(group, b"0") == 1
    except OSError:
        return False


def _end(pid: int) -> None:
    """End a child with all that it has started in its session; behind walls its whole namespace ends with it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
