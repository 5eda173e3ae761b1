"""The walls that a process is put behind before it runs untrusted code. Linux only.

User, process, mount and IPC namespaces of its own (user_namespaces(7)) separate it from its parent. Where the system
has one, it is a user who owns nothing outside; it can write only to a bounded scratch folder. Then memory, threads and
files are bounded (setrlimit(2)), every capability is dropped, and only the system calls that computing needs are
allowed (seccomp(2)).
"""

import ctypes
import os
import resource
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

from keraskata.subject import kernel, mounts, own_proc, system_calls
from keraskata.subject.walls import DEVICES, SCRATCH
from keraskata.terms import Limits

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_THP_DISABLE = 1, 4, 41
_CAPABILITY_VERSION_3 = 0x20080522
_UNREADABLE = 77  # the exit status of a process that cannot read what it needs


def hide_memory() -> None:
    """Keep other processes of the same user from reading or tracing this one, through /proc or otherwise."""
    kernel.control(_PR_SET_DUMPABLE, 0)


def end_with_parent(number: int) -> None:
    """Receive the signal `number` when the thread that forked this process ends."""
    kernel.control(_PR_SET_PDEATHSIG, number)


class Walls:
    """What a parent in bubblewrap's view needs to fork children that are behind walls.

    `user` is the id that they have in the namespace; 0 is the grading user's.
    Raises OSError where the kernel does not give what is needed, and ImportError without pyseccomp.
    """

    def __init__(self, limits: Limits, user: int = 0) -> None:
        self.user = user
        self._limits, self._filter = limits, system_calls.compiled()
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY)
        own_proc.prepare(Path(SCRATCH))
        for device in DEVICES:  # they are the machine's: what is written is thrown away, but not when they were touched
            kernel.mount("none", device, None, kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY)

    def fork(self, before: Callable[[], None] = lambda: None) -> int:
        """Fork as `os.fork` does; the child goes on inside, as process 1 of its namespaces, for good.

        It calls `before` when all walls stand but the list of system calls, and no untrusted code is there yet.
        Raises OSError where the kernel does not give what is needed; a child that meets this says so, and ends.
        """
        kernel.unshare(kernel.NEWPID)  # for children: no second fork of all that memory is needed
        pid = None
        try:
            pid = os.fork()
        finally:
            if pid != 0:
                kernel.check(kernel.libc.setns(self._own, kernel.NEWPID), "setns")
        if pid == 0:
            try:
                self._go_behind(before)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        return pid

    def prove(self) -> None:
        """Fork a child that only ends. Raises OSError where the walls do not stand.

        The children keep the grading user's id where another user could not read all that they need.
        """
        pid = self.fork()
        if pid == 0:
            status = 1
            try:
                status = 0 if mounts.are_readable() else _UNREADABLE
            finally:
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if status == _UNREADABLE and self.user:
            self.user = 0
            self.prove()
        elif status:
            raise OSError("a process does not get behind its walls")

    def _go_behind(self, before: Callable[[], None]) -> None:
        os.close(self._own)
        most = {what: taken + self._limits.memory * 2**20 for what, taken in _memory_taken().items()}
        kernel.unshare(kernel.NEWNS | kernel.NEWIPC)
        os.setsid()  # a group of its own: kill(0, ...) reaches no other process
        own = _enclose(self._limits, self.user)
        _write(own, "oom_score_adj", "1000")  # where memory ends, it is a file's process that goes
        _be(self.user, own)
        os.close(own)
        os.chdir(SCRATCH)  # out of the group below it, which all share
        _bound(self._limits, most)
        # Unmapped but for a small page, a huge one stays whole, and is not counted.
        kernel.control(_PR_SET_THP_DISABLE, 1)
        hide_memory()
        _drop_capabilities()
        end_with_parent(signal.SIGKILL)  # only now: unshare forgets it
        _be_quiet()
        before()
        system_calls.apply(self._filter)


def _be_quiet() -> None:
    """Replace standard input and output by those of /dev here: the former belong to the machine, and can be changed."""
    null = os.open("/dev/null", os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.close(null)


def _enclose(limits: Limits, user: int) -> int:
    """Build the child's own view; return a writable descriptor of its folder in /proc."""
    kernel.mount("none", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    own = own_proc.mount(Path(SCRATCH))
    bounds = f"size={limits.scratch}m,nr_inodes={limits.files},mode=0700,uid={user},gid={user}"
    kernel.mount("tmpfs", SCRATCH, "tmpfs", kernel.MS_STRICT, bounds)
    for empty in ("/dev/shm", "/sys"):
        if os.path.isdir(empty):
            kernel.mount("tmpfs", empty, "tmpfs", kernel.MS_STRICT | kernel.MS_RDONLY, "size=4k")
    return own


def _be(user: int, own: int) -> None:
    """Become `user`, in a user namespace of one's own, where nothing in the mount namespace can be changed."""
    if user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    # A process that is not dumpable may not write even its own uid_map (proc(5)); no untrusted code runs here yet.
    kernel.control(_PR_SET_DUMPABLE, 1)
    kernel.unshare(kernel.NEWUSER)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{user} {user} 1")):
        _write(own, name, text)


def _write(folder: int, name: str, text: str) -> None:
    with open(os.open(name, os.O_WRONLY, dir_fd=folder), "w") as file:
        file.write(text)


def _bound(limits: Limits, most_memory: dict[int, int]) -> None:
    for what, most in (
        *most_memory.items(),
        (resource.RLIMIT_NPROC, limits.threads),
        (resource.RLIMIT_FSIZE, limits.scratch * 2**20),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_SIGPENDING, 64),  # they are counted for the user outside, too
    ):
        resource.setrlimit(what, (most, most))


def virtual_bytes() -> int:
    """Return the size of this process' address space, which RLIMIT_AS bounds (proc_pid_statm(5))."""
    return _memory_taken()[resource.RLIMIT_AS]


def _memory_taken() -> dict[int, int]:
    """Return, for each limit of memory, the bytes of it that this process has: libraries given back make no room."""
    with open("/proc/self/statm") as file:
        pages = [int(number) for number in file.read().split()]
    return {
        limit: pages[at] * resource.getpagesize() for limit, at in ((resource.RLIMIT_AS, 0), (resource.RLIMIT_DATA, 5))
    }


def _drop_capabilities() -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    kernel.check(kernel.libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")
