"""The walls that a process is put behind before it runs a stranger's file. Linux only.

It is parted from its parent by user, process, mount and IPC namespaces of its own (user_namespaces(7)), and has nothing
to write to but a bounded scratch folder. Then memory, threads and files are bounded (setrlimit(2)), every capability is
given away, and of the system calls those stay that whoever computes needs (seccomp(2)).
"""

import ctypes
import os
import resource
import signal
import traceback

from keraskata.subject import system_calls
from keraskata.subject.walls import SCRATCH
from keraskata.terms import Limits

_NEWNS, _NEWIPC, _NEWUSER, _NEWPID = 0x20000, 0x08000000, 0x10000000, 0x20000000
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_RDONLY, _MS_REC, _MS_PRIVATE = 2, 4, 8, 1, 0x4000, 0x40000
_MS_REMOUNT, _MS_BIND = 32, 4096
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
_CAPABILITY_VERSION_3 = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True)


def hide_memory() -> None:
    """Nobody with the same user id reads or traces this process any more, through /proc or otherwise."""
    _check(_libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")


def end_with_parent(number: int) -> None:
    """Get the signal `number` when the thread that forked this process ends."""
    _check(_libc.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0), "prctl")


class Walls:
    """What a parent needs to fork children that are behind walls.

    Who makes it goes on as another process, process 1 of a user and a process namespace that are the parent's own: so
    it may make such namespaces for its children. It has one thread only until then.
    Raises OSError where the kernel does not give what is needed, and ImportError without pyseccomp.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits, self._filter = limits, system_calls.compiled()
        _be_root_of_a_namespace(_NEWPID)
        hide_memory()
        inner = os.fork()
        if inner:
            os._exit(os.waitstatus_to_exitcode(os.waitpid(inner, 0)[1]) & 0xFF)
        end_with_parent(signal.SIGKILL)
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY)

    def fork(self) -> int:
        """As `os.fork`; the child goes on inside, as process 1 of its namespaces, and there is no way back.

        Raises OSError where the kernel does not give what is needed; a child that meets this says so, and ends.
        """
        _check(_libc.unshare(_NEWPID), "unshare")  # for children: no second fork of all that memory is needed
        pid = None
        try:
            pid = os.fork()
        finally:
            if pid != 0:
                _check(_libc.setns(self._own, _NEWPID), "setns")
        if pid == 0:
            try:
                self._go_behind()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        return pid

    def prove(self) -> None:
        """Fork a child that only ends. Raises OSError where the walls do not stand."""
        pid = self.fork()
        if pid == 0:
            os._exit(0)
        if os.waitpid(pid, 0)[1]:
            raise OSError("a process does not get behind its walls")

    def _go_behind(self) -> None:
        os.close(self._own)
        most_memory = virtual_bytes() + self._limits.memory * 2**20
        _enclose(self._limits)
        _bound(self._limits, most_memory)
        hide_memory()
        _drop_capabilities()
        end_with_parent(signal.SIGKILL)  # only now: unshare forgets it
        system_calls.apply(self._filter)


def _be_root_of_a_namespace(others: int) -> None:
    """Go on in a user namespace of one's own, and in `others` that belong to it; memory is no longer hidden."""
    user, group = os.getuid(), os.getgid()
    # Who is not dumpable may not even write its own uid_map (proc(5)); nothing of a stranger's runs here yet.
    _check(_libc.prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0), "prctl")
    _check(_libc.unshare(_NEWUSER | others), "unshare")
    for name, text in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def _enclose(limits: Limits) -> None:
    _be_root_of_a_namespace(_NEWNS | _NEWIPC)
    os.setsid()  # a group of its own: kill(0, ...) reaches nobody else
    _mount("none", "/", None, _MS_REC | _MS_PRIVATE, None)
    bounds = f"size={limits.scratch}m,nr_inodes={limits.files},mode=0700"
    _mount("tmpfs", SCRATCH, "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, bounds)
    for empty in ("/dev/shm", "/sys"):
        if os.path.isdir(empty):
            _mount("tmpfs", empty, "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC | _MS_RDONLY, "size=4k")
    # TensorFlow reads its own place and the processor's features there, so it stays; it shows what bubblewrap shows.
    _mount("none", "/proc", None, _MS_REMOUNT | _MS_BIND | _MS_NOSUID | _MS_NODEV | _MS_NOEXEC | _MS_RDONLY, None)


def _bound(limits: Limits, most_memory: int) -> None:
    for what, most in (
        (resource.RLIMIT_AS, most_memory),
        (resource.RLIMIT_NPROC, limits.threads),
        (resource.RLIMIT_FSIZE, limits.scratch * 2**20),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
    ):
        resource.setrlimit(what, (most, most))


def virtual_bytes() -> int:
    """The address space that this process has, which RLIMIT_AS bounds (proc_pid_statm(5))."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _drop_capabilities() -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    _check(_libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")


def _mount(source: str, target: str, kind: str | None, flags: int, options: str | None) -> None:
    coded = [text.encode() if text is not None else None for text in (source, target, kind, options)]
    _check(_libc.mount(coded[0], coded[1], coded[2], ctypes.c_ulong(flags), coded[3]), f"mount {target}")


def _check(status: int, what: str) -> None:
    if status != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
