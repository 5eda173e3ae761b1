"""The walls that a process is put behind before it runs a stranger's file. Linux only.

It is parted from its parent by user, process, mount and IPC namespaces of its own (user_namespaces(7)), is a user who
owns nothing outside where there is one, and has nothing to write to but a bounded scratch folder. Then memory, threads
and files are bounded (setrlimit(2)), every capability is given away, and of the system calls those stay that whoever
computes needs (seccomp(2)).
"""

import ctypes
import os
import resource
import signal
import traceback
from pathlib import Path

from keraskata.subject import kernel, mounts, own_proc, system_calls
from keraskata.subject.walls import DEVICES, SCRATCH
from keraskata.terms import Limits

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_THP_DISABLE = 1, 4, 41
_CAPABILITY_VERSION_3 = 0x20080522
_UNREADABLE = 77  # the exit status of who cannot read what it needs


def hide_memory() -> None:
    """Nobody with the same user id reads or traces this process any more, through /proc or otherwise."""
    kernel.control(_PR_SET_DUMPABLE, 0)


def end_with_parent(number: int) -> None:
    """Get the signal `number` when the thread that forked this process ends."""
    kernel.control(_PR_SET_PDEATHSIG, number)


class Walls:
    """What a parent in bubblewrap's view needs to fork children that are behind walls.

    `user` is the id that they have in the namespace; 0 is that of who grades.
    Raises OSError where the kernel does not give what is needed, and ImportError without pyseccomp.
    """

    def __init__(self, limits: Limits, user: int = 0) -> None:
        self.user = user
        self._limits, self._filter = limits, system_calls.compiled()
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY)
        own_proc.prepare(Path(SCRATCH))
        for device in DEVICES:  # they are the machine's: what is written is thrown away, but not when they were touched
            kernel.mount("none", device, None, kernel.MS_REMOUNT | kernel.MS_BIND | kernel.MS_RDONLY)

    def fork(self) -> int:
        """As `os.fork`; the child goes on inside, as process 1 of its namespaces, and there is no way back.

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
                self._go_behind()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
        return pid

    def prove(self) -> None:
        """Fork a child that only ends. Raises OSError where the walls do not stand.

        The children's user stays who grades where another one could not read all that they need.
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

    def _go_behind(self) -> None:
        os.close(self._own)
        most_memory = virtual_bytes() + self._limits.memory * 2**20
        kernel.unshare(kernel.NEWNS | kernel.NEWIPC)
        os.setsid()  # a group of its own: kill(0, ...) reaches nobody else
        own = _enclose(self._limits, self.user)
        _write(own, "oom_score_adj", "1000")  # where memory ends, it is a file's process that goes
        _be(self.user, own)
        os.close(own)
        os.chdir(SCRATCH)  # out of the one below it, which is everybody's
        _bound(self._limits, most_memory)
        # Unmapped but for a small page, a huge one stays whole, and is not counted.
        kernel.control(_PR_SET_THP_DISABLE, 1)
        hide_memory()
        _drop_capabilities()
        end_with_parent(signal.SIGKILL)  # only now: unshare forgets it
        _be_quiet()
        system_calls.apply(self._filter)


def _be_quiet() -> None:
    """Have for standard input and output what /dev shows here: what was there is the machine's, and can be touched."""
    null = os.open("/dev/null", os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.close(null)


def _enclose(limits: Limits, user: int) -> int:
    """Put up the child's own view; a descriptor of its folder in /proc, as it can be written to."""
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
    # Who is not dumpable may not even write its own uid_map (proc(5)); nothing of a stranger's runs here yet.
    kernel.control(_PR_SET_DUMPABLE, 1)
    kernel.unshare(kernel.NEWUSER)
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{user} {user} 1")):
        _write(own, name, text)


def _write(folder: int, name: str, text: str) -> None:
    with open(os.open(name, os.O_WRONLY, dir_fd=folder), "w") as file:
        file.write(text)


def _bound(limits: Limits, most_memory: int) -> None:
    for what, most in (
        (resource.RLIMIT_AS, most_memory),
        (resource.RLIMIT_NPROC, limits.threads),
        (resource.RLIMIT_FSIZE, limits.scratch * 2**20),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
        (resource.RLIMIT_SIGPENDING, 64),  # they are counted for the user outside, too
    ):
        resource.setrlimit(what, (most, most))


def virtual_bytes() -> int:
    """Return the address space that this process has, which RLIMIT_AS bounds (proc_pid_statm(5))."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()


def _drop_capabilities() -> None:
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    kernel.check(kernel.libc.capset(header, (ctypes.c_uint32 * 6)()), "capset")
