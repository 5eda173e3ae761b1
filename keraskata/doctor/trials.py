"""Tries processes, the time limit and file watches for `kata doctor`, each for real, in a second or two."""

import os
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from keraskata.curriculum import CurriculumError, default_root
from keraskata.doctor.finding import Finding
from keraskata.subject import channel, system
from keraskata.subject.started import Reported, Started
from keraskata.timing import time_limit
from keraskata.timing.clock import Countdown

_WATCH_SECONDS, _LIMIT_SECONDS, _MOST_SECONDS = 5.0, 0.2, 5.0
_SECURITY = "a security program, a firewall or a container may forbid it"


def findings() -> Iterator[Finding]:
    """Give the findings one by one, each as soon as it was tried."""
    yield _processes()
    yield _limits()
    yield _watches()


def main() -> None:
    """Run as the process on trial: send back what comes in."""
    reported = Reported()
    sock = reported.accept(reported.listen())
    while sock:
        channel.send(sock, channel.receive(sock, 100))


def _processes() -> Finding:
    start = time.monotonic()
    try:
        if system.can_fork():
            _forked()
            how = "one is forked for each file"
        else:
            _started()
            how = f"one is started and kept ({system.lacks()})"
    except (OSError, channel.Broken, channel.Late) as error:
        found = f"one that was started gives no answer ({error or 'it ended'})"
        who = "kata watch needs one" if time_limit.AVAILABLE else "kata watch and pytest exercises/ need one"
        return Finding("processes", found, f"{who}: {_SECURITY}")
    return Finding("processes", f"{how}; an answer came after {time.monotonic() - start:.1f} s")


def _forked() -> None:
    """Let a process answer on a socket that it was given after it was forked."""
    control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours, given = socket.socketpair()
    with control, theirs, ours, given:
        pid = os.fork()
        if pid == 0:
            try:
                _, (number, *_), *_ = socket.recv_fds(theirs, 1, 1)
                channel.send(socket.socket(fileno=number), b"here")
            finally:
                os._exit(0)
        try:
            socket.send_fds(control, [b"!"], [given.fileno()])
            channel.receive(ours, 100, Countdown(_MOST_SECONDS))
        finally:
            os.kill(pid, 9)
            os.waitpid(pid, 0)


def _started() -> None:
    """Let a process that was started answer over the network."""
    process = Started("keraskata.doctor.trials")
    try:
        process.wait()
        with process.connect() as sock:
            channel.send(sock, b"here")
            channel.receive(sock, 100, Countdown(_MOST_SECONDS))
    finally:
        process.end()


class _Rang(BaseException):
    pass


def _limits() -> Finding:
    if not time_limit.AVAILABLE:
        return Finding("time limit", "a check that does not end is stopped with the process that runs it")
    ended = time.monotonic() + _MOST_SECONDS
    try:
        time_limit.start(_LIMIT_SECONDS, __file__, _Rang())
        while time.monotonic() < ended:
            pass
    except _Rang:
        return Finding("time limit", "a check that does not end is stopped by an alarm")
    finally:
        time_limit.stop()
    return Finding("time limit", "no alarm rings", "a check that does not end is not stopped: Ctrl-C stops it")


def _watches() -> Finding:
    """Try whether a save is noticed at once in the kit's own folder, or else in a temporary one."""
    fix = "kata watch looks at the files itself instead, twice a second; or: kata watch --poll"
    try:
        with tempfile.TemporaryDirectory(dir=_place(), prefix=".kata-doctor-") as folder:
            seconds = _noticed(Path(folder))
    except Exception as error:  # watchfiles is a binary: it can fail in any way
        if "limit" in str(error):
            fix += "; more of them: sudo sysctl fs.inotify.max_user_watches=524288"
        return Finding("watches", f"there are none ({error})", fix, needed=False)
    if seconds is None:
        return Finding("watches", "saves go unnoticed here, as in some containers and on network drives", fix, False)
    return Finding("watches", f"a save is noticed after {seconds:.1f} s")


def _place() -> Path | None:
    try:
        root = default_root()
        return root if os.access(root, os.W_OK) else None
    except CurriculumError:
        return None


def _noticed(folder: Path) -> float | None:
    """Return the seconds from a save to its event; None if no event comes."""
    from watchfiles import watch

    saved: list[float] = []

    def save() -> None:
        saved.append(time.monotonic())
        (folder / "save.py").write_text("", encoding="utf-8")

    timer = threading.Timer(0.3, save)  # the watch begins with the first look
    timer.start()
    try:
        started = time.monotonic()
        for changes in watch(folder, step=20, debounce=50, rust_timeout=500, yield_on_timeout=True):
            if changes:
                return time.monotonic() - saved[0]
            if time.monotonic() - started > _WATCH_SECONDS:
                break
        return None
    finally:
        timer.cancel()
        timer.join()


if __name__ == "__main__":
    main()
