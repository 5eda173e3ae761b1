"""The system calls that untrusted code may make behind its walls; every other one is refused (seccomp(2)).

The list is what strace(1) saw when right answers of the bank were graded with TensorFlow and PyTorch on x86-64, what
qemu-aarch64 -strace saw of PyTorch and JAX, and what the C libraries of the next years need beside it. Where a library
has changed, `python tests/bench/system_calls.py` names what is missing.

A refused call gets EPERM, as for a missing right. From number 424 on, where all processors count alike, it gets ENOSYS:
these calls are younger than Linux 5.0, so programs can do without them, and those of future kernels are
refused from the start. clone3, which hides its flags from a filter, is one of them; libc then takes clone.
"""

import ctypes
import errno
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from keraskata.subject import kernel

_ALLOWED = (
    # its files, which mounts and limits bound, and what is known of them
    "open openat close read write pread64 pwrite64 readv writev lseek dup dup2 dup3 getdents64 truncate ftruncate "
    "sendfile stat lstat fstat newfstatat statx access faccessat readlink readlinkat getcwd chdir statfs fstatfs "
    "mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 chmod fchmod fchmodat utimensat umask "
    # shutil copies attributes, and fails where it may not even ask for them; nothing sets any
    "listxattr llistxattr flistxattr getxattr lgetxattr fgetxattr "
    # its memory, which a limit bounds; more of it below
    "brk munmap "
    # TensorFlow's network library makes one as it is imported
    "eventfd2 "
    # its threads: their ends, what libc notes of them, whose turn it is, on how many processors; they begin below
    "exit exit_group gettid set_robust_list rseq sched_yield sched_getaffinity sched_getparam sched_getscheduler "
    "getcpu "
    # signals to itself, such as the time limit's and abort's; restart_syscall is the kernel's own
    "rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack setitimer getitimer tgkill tkill restart_syscall "
    # time, and waiting
    "clock_gettime clock_getres clock_nanosleep nanosleep gettimeofday time times getrusage poll ppoll "
    # who and where it is, as Python and libc ask, and what is random
    "getpid getppid getpgid getpgrp getsid getuid geteuid getresuid getgid getegid getresgid getgroups uname sysinfo "
    "getrandom "
    # the judge's socket, which is there before the filter is; more of it below
    "getsockname"
)
# Done without doing it: what it writes is in memory, and the files that it only reads would hold the disk up.
_CLAIMED = "fsync fdatasync msync"
# Older than 424, and libraries do it another way on a kernel without them.
_MISSING = "flock copy_file_range preadv2 pwritev2 membarrier"
_FIRST_OF_THE_YOUNG, _FIRST_OF_X32 = 424, 0x40000000

_WORD = 0xFFFFFFFF
_PROTECTIONS = 1 | 2 | 4 | 0x10  # to read, write and execute, and aarch64's PROT_BTI
# MAP_FIXED, _DENYWRITE, _EXECUTABLE, _NORESERVE, _POPULATE, _STACK, _FIXED_NOREPLACE: not _LOCKED and _HUGETLB, whose
# memory is the machine's
_MAPPINGS = 0x10 | 0x800 | 0x1000 | 0x4000 | 0x8000 | 0x20000 | 0x100000
# A file _SHARED or _PRIVATE, memory _PRIVATE or _DROPPABLE: what is _SHARED without a file stays when it is unmapped in
# part, where no limit counts it
_KINDS_OF_MAPPING = 1, 2, 0x20 | 2, 0x20 | 8
# CLONE_VM, _FS, _FILES, _SIGHAND, _THREAD, _SYSVSEM, _SETTLS, _PARENT_SETTID, _CHILD_CLEARTID
_THREAD, _DETACHED_BY_MUSL = 0x3D0F00, 0x400000
_PRIVATE, _REAL_TIME = 128, 256
# WAIT and WAKE, by which threads of C++ wait until a static variable is made, and WAIT_BITSET, by which a thread is
# joined, also of what is shared; of what is this process's alone, REQUEUE, CMP_REQUEUE, WAKE_OP and WAKE_BITSET, too:
# no priorities to inherit
_FUTEXES = 0, 1, 9, *(_PRIVATE | operation for operation in (0, 1, 3, 4, 5, 9, 10))


@dataclass(frozen=True)
class Word:
    """Which `values` the bits of `mask` may have, in the lower or the upper 32 bits of an argument."""

    argument: int
    values: tuple[int, ...] = (0,)
    mask: int = _WORD
    upper: bool = False


def _one_of(argument: int, *values: int) -> list[Word]:
    """Allow these values of an int; the upper word is not compared, as the kernel does not read it."""
    return [Word(argument, values)]


def _bits(argument: int, allowed: int) -> list[Word]:
    """Allow a long in which no other bit is set."""
    return [Word(argument, mask=_WORD & ~allowed), Word(argument, upper=True)]


# What an argument decides.
BY_ARGUMENT: dict[str, list[Word]] = {
    "futex": [Word(1, _FUTEXES, _WORD & ~_REAL_TIME)],
    "mmap": [*_bits(2, _PROTECTIONS), Word(3, _KINDS_OF_MAPPING, _WORD & ~_MAPPINGS), Word(3, upper=True)],
    "mprotect": _bits(2, _PROTECTIONS),
    "mremap": _bits(3, 1),  # MREMAP_MAYMOVE
    # NORMAL, DONTNEED, FREE, NOHUGEPAGE, and the guards of a stack: not what concerns others' pages, and no huge ones
    "madvise": _one_of(2, 0, 4, 8, 15, 102, 103),
    "clone": [Word(0, (_THREAD,), _WORD & ~_DETACHED_BY_MUSL)],  # only threads; a process has other flags
    # DUPFD, GETFD, SETFD, GETFL, DUPFD_CLOEXEC: no leases, locks and signals, which others would wait for
    "fcntl": _one_of(1, 0, 1, 2, 3, 1030),
    # TCGETS and TCGETS2 (is it a terminal?), TIOCGWINSZ, FIONBIO, FIONCLEX, FIOCLEX
    "ioctl": _one_of(1, 0x5401, 0x802C542A, 0x5413, 0x5421, 0x5450, 0x5451),
    "prctl": _one_of(0, 15, 51, 64),  # PR_SET_NAME, of a thread; PR_SVE_GET_VL and PR_SME_GET_VL, aarch64's vectors
    "arch_prctl": _one_of(0, 0x1021, 0x1022, 0x1023),  # the processor's matrix unit, for oneDNN
    "prlimit64": [*_one_of(0, 0), *_bits(2, 0)],  # its own limits, and no new ones
    # SO_TYPE, SO_ERROR, SO_PROTOCOL and SO_DOMAIN, which Python asks for; nothing of who has the other end
    "getsockopt": [*_one_of(1, 1), *_one_of(2, 3, 4, 38, 39)],
    # without flags but MSG_NOSIGNAL, such as MSG_OOB, and only to the process that the socket is connected to
    "sendto": [*_one_of(3, 0, 0x4000), *_bits(4, 0)],
    "recvfrom": _one_of(3, 0),
}

_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _BY_A_PROGRAM = 22, 38, 2
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_LOAD, _AND, _RETURN, _IF_EQUAL, _IF_AT_LEAST = 0x20, 0x54, 0x06, 0x15, 0x35  # bpf(4)'s, as seccomp(2) has them
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16


def table(architecture: int) -> dict[int, tuple[int, list[Word]]]:
    """Return, by a call's number, its action as seccomp(2) codes it, and what its arguments must hold, else EPERM."""
    from pyseccomp import resolve_syscall

    results = dict.fromkeys(BY_ARGUMENT, _ALLOW) | dict.fromkeys(_ALLOWED.split(), _ALLOW)
    results |= dict.fromkeys(_CLAIMED.split(), _REFUSE) | dict.fromkeys(_MISSING.split(), _REFUSE | errno.ENOSYS)
    numbers = {name: resolve_syscall(architecture, name) for name in results}
    return {number: (results[name], BY_ARGUMENT.get(name, [])) for name, number in numbers.items() if number >= 0}


def compiled(architecture: int | None = None) -> bytes:
    """Return the program that the kernel runs at each system call; by default for this machine's processor.

    Raises OSError for another processor than x86-64 and aarch64.
    """
    import pyseccomp as seccomp

    architecture = architecture or seccomp.system_arch()
    if architecture not in (seccomp.Arch.X86_64, seccomp.Arch.AARCH64):
        raise OSError(errno.ENOSYS, "walls know the system calls of x86-64 and aarch64 only")
    lines = [
        _line(_LOAD, _ARCHITECTURE),
        _line(_IF_EQUAL, architecture, 1, 0),
        _line(_RETURN, _KILL),
        _line(_LOAD, _NUMBER),
        _line(_IF_AT_LEAST, _FIRST_OF_X32, 0, 1),
        _line(_RETURN, _KILL),
    ]
    for number, (result, words) in table(architecture).items():
        block = [line for word in words for line in _unless(word)] + [_line(_RETURN, result)]
        lines += [_line(_IF_EQUAL, number, 0, len(block)), *block]
    lines += [_line(_IF_AT_LEAST, _FIRST_OF_THE_YOUNG, 0, 1), _line(_RETURN, _REFUSE | errno.ENOSYS)]
    return b"".join([*lines, _line(_RETURN, _REFUSE | errno.EPERM)])


def _unless(word: Word) -> Iterator[bytes]:
    """Refuse where the word has another value; both architectures have the lower word first."""
    yield _line(_LOAD, _ARGUMENTS + 8 * word.argument + 4 * word.upper)
    yield _line(_AND, word.mask)
    for left, value in zip(range(len(word.values), 0, -1), word.values, strict=True):
        yield _line(_IF_EQUAL, value, left, 0)
    yield _line(_RETURN, _REFUSE | errno.EPERM)


def _line(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    """Pack a struct sock_filter; jumps count the lines that are left out."""
    return struct.pack("=HBBI", code, if_so, if_not, value)


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("lines", ctypes.c_ushort), ("first", ctypes.c_char_p))


def apply(program: bytes) -> None:
    """Refuse this process and its future threads all system calls but these, for good.

    Raises OSError where the kernel does not take the program.
    """
    whole = _Program(len(program) // len(_line(0, 0)), program)
    kernel.control(_PR_SET_NO_NEW_PRIVS, 1)
    kernel.check(kernel.libc.prctl(_PR_SET_SECCOMP, _BY_A_PROGRAM, ctypes.byref(whole), 0, 0), "prctl")
