"""User ids that own nothing on this machine, in a user namespace that is ready for bubblewrap (user_namespaces(7))."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

COUNT = 1000  # in the namespace they are 1 to COUNT, and 0 is who grades
_ROOTS = (2_000_000_000, 60_600)  # no system gives these to a user; a container may have no ids above 65,536


class NoIds(Exception):
    """There are no such ids for this user; the message says how to get them."""


@contextlib.contextmanager
def offered() -> Iterator[int | None]:
    """Give the descriptor that `namespace` returns, closed at the end; None where there are no such ids."""
    try:
        found = namespace()
    except NoIds:
        yield None
        return
    try:
        yield found
    finally:
        os.close(found)


def namespace() -> int:
    """Return a descriptor of a new namespace that has these ids. Raises NoIds."""
    with _started() as pid:
        if os.getuid() == 0:
            _map_as_root(pid)
        else:
            _map_as_a_user(pid)
        return os.open(f"/proc/{pid}/ns/user", os.O_RDONLY)


@contextlib.contextmanager
def _started() -> Iterator[int]:
    """Run a process in a namespace of its own; its ids are mapped from outside."""
    command = ["unshare", "--user", "sh", "-c", "echo; read _"]
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
        )
    except OSError:
        raise NoIds("install util-linux, which has unshare") from None
    with process:
        assert process.stdout
        if not process.stdout.readline():
            raise NoIds("user namespaces are switched off here")
        yield process.pid


def _map_as_root(pid: int) -> None:
    for first in _ROOTS:
        with contextlib.suppress(OSError):
            for name in ("uid_map", "gid_map"):
                Path(f"/proc/{pid}/{name}").write_text(f"0 0 1\n1 {first} {COUNT}\n")
            return
    raise NoIds("root has no other ids in this container; start it with 65,536 of them, as is usual")


def _map_as_a_user(pid: int) -> None:
    for tool, file, own in (("newuidmap", "/etc/subuid", os.getuid()), ("newgidmap", "/etc/subgid", os.getgid())):
        if shutil.which(tool) is None:
            raise NoIds("apt-get install uidmap, or your system's way")
        command = [tool, str(pid), "0", str(own), "1", "1", str(_first(file)), str(COUNT)]
        if subprocess.run(command, capture_output=True).returncode:
            raise NoIds(f"{tool} gives none of those in {file}")


def _first(file: str) -> int:
    """Return the first of the ids that the system has reserved for this user (subuid(5))."""
    import pwd  # Windows, where this is imported too, has none

    uid = os.getuid()
    with contextlib.suppress(OSError, KeyError, ValueError):
        names = {str(uid), pwd.getpwuid(uid).pw_name}
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            name, first, count = line.split(":")
            if name in names and int(count) >= COUNT:
                return int(first)
    raise NoIds(f"give this user {COUNT} ids of its own in {file} (usermod --add-subuids and --add-subgids)")
