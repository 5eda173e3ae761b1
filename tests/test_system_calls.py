"""The filter for system calls lets through what its table says, and nothing else: interpreted here, and live."""

import errno
import json
import os
import re
import struct
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from keraskata.subject import system_calls
from keraskata.subject.system_calls import BY_ARGUMENT, Word

seccomp = pytest.importorskip("pyseccomp", reason="pyseccomp is not installed: pip install -e '.[walls]'")
ARCHITECTURES = [seccomp.Arch.X86_64, seccomp.Arch.AARCH64]
NAMES = ["x86-64", "aarch64"]
CALLING = Path(__file__).parent / "calling.py"

EPERM, ENOSYS, KILLED, ALLOWED = "EPERM", "ENOSYS", "killed", "allowed"
CODES = {0x7FFF0000: ALLOWED, 0x80000000: KILLED, 0x00050000: "done"}
CODES |= {0x00050000 | number: errno.errorcode[number] for number in (errno.EPERM, errno.ENOSYS)}
X32 = 0x40000000
NUMBERS = [*range(1024), 4096, 2**20, X32 - 1]
OUTSIDE = [X32, X32 + 39, X32 + 520, 2**31 - 1, 2**31, 2**32 - 1, 2**32 - 2, 2**32 - 512]
ODD = [1 << 32, 1 << 63, 0xFFFFFFFF << 32, 0x5A5A5A5A << 32]
UPROBES = {335, 336}  # of x86-64: the kernel shows them to no filter, and takes them from its own trampoline only
HARMLESS = 2**64 - 1  # no descriptor, no place in memory, no process
# Whatever else changes: behind these lie other processes, the network, the machine's settings and its supplies.
NEVER = """
fork vfork clone3 execve execveat ptrace kill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open pidfd_send_signal setsid
setpgid process_vm_readv process_vm_writev process_madvise pidfd_getfd kcmp setns unshare wait4 waitid socket
socketpair connect bind listen accept accept4 sendmsg sendmmsg recvmsg recvmmsg pipe pipe2 splice tee vmsplice mount
umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr open_by_handle_at
name_to_handle_at mknod mknodat fanotify_init inotify_init inotify_init1 quotactl quotactl_fd acct swapon openat2
link linkat symlink symlinkat chown fchown lchown fchownat setxattr lsetxattr fsetxattr fallocate memfd_create
memfd_secret shmget shmat shmctl msgget semget mq_open mlock mlock2 mlockall remap_file_pages io_setup io_submit
io_destroy io_getevents io_uring_setup io_uring_enter io_uring_register epoll_create1 timerfd_create timer_create
signalfd4 sync syncfs sync_file_range fadvise64 readahead mincore cachestat flock bpf perf_event_open userfaultfd
add_key request_key keyctl init_module finit_module delete_module kexec_load reboot syslog iopl ioperm modify_ldt
clock_settime settimeofday adjtimex clock_adjtime sethostname setdomainname personality setpriority ioprio_set
sched_setscheduler sched_setparam sched_setattr sched_setaffinity migrate_pages move_pages mbind set_mempolicy
setrlimit setuid setgid setgroups setresuid setresgid setfsuid capset seccomp landlock_create_ruleset pkey_alloc
pkey_mprotect membarrier process_mrelease futex_waitv map_shadow_stack set_tid_address
"""


def interpreted(program: bytes, architecture: int, number: int, arguments: list[int]) -> str:
    """What the program returns for a call, as the kernel would run it (classic BPF)."""
    data = struct.pack("=IIQ6Q", number & 0xFFFFFFFF, architecture, 0, *(part & HARMLESS for part in arguments))
    lines = list(struct.iter_unpack("=HBBI", program))
    register = at = 0
    while True:
        code, if_so, if_not, value = lines[at]
        at += 1
        if code == 0x20:
            (register,) = struct.unpack_from("=I", data, value)
        elif code == 0x54:
            register &= value
        elif code in (0x15, 0x35):
            at += if_so if (register == value if code == 0x15 else register >= value) else if_not
        else:
            assert code == 0x06, code
            return CODES[value]


def expected(architecture: int, number: int, arguments: list[int]) -> str:
    """What the table says of a call."""
    if number & 0xFFFFFFFF >= X32:
        return KILLED
    result, words = system_calls.table(architecture).get(number, (None, []))
    if result is None:
        return EPERM if number < 424 else ENOSYS
    return CODES[result] if all(holds(word, arguments[word.argument]) for word in words) else EPERM


def holds(word: Word, argument: int) -> bool:
    return (argument >> (32 if word.upper else 0)) & word.mask & 0xFFFFFFFF in word.values


def by_argument(architecture: int) -> Iterator[tuple[int, list[int]]]:
    """Calls whose argument decides: each value that is allowed, each bit beside it, and all with odd upper bits."""
    for name, words in BY_ARGUMENT.items():
        number = seccomp.resolve_syscall(architecture, name)
        if number < 0:
            continue
        right = [HARMLESS] * 6
        for word in words:
            right[word.argument] = word.values[0]
        for word in words:
            values = [*word.values, ~word.mask & 0xFFFFFFFF]
            for value in values + [value ^ 1 << bit for value in values for bit in range(32)]:
                for odd in (0, *ODD):
                    arguments = list(right)
                    arguments[word.argument] = value | odd
                    yield number, arguments


def test_the_threat_model_names_each_call_that_an_argument_decides() -> None:
    model = (Path(__file__).parent.parent / "docs" / "security.md").read_text(encoding="utf-8")
    [listed] = re.findall(r"Where an argument decides \((.*?)\)", model)
    assert set(re.findall(r"`(\w+)`", listed)) == set(BY_ARGUMENT)


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=NAMES)
def test_every_number_gets_what_the_table_says(architecture: int) -> None:
    program = system_calls.compiled(architecture)
    for number in NUMBERS + OUTSIDE:
        for arguments in ([0] * 6, [HARMLESS] * 6):
            found = interpreted(program, architecture, number, arguments)
            assert found == expected(architecture, number, arguments), number


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=NAMES)
def test_an_argument_decides_by_the_bits_that_the_kernel_reads(architecture: int) -> None:
    program = system_calls.compiled(architecture)
    found = {
        (interpreted(program, architecture, *call), expected(architecture, *call)) for call in by_argument(architecture)
    }
    assert found == {(ALLOWED, ALLOWED), (EPERM, EPERM)}


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=NAMES)
def test_the_calls_of_another_architecture_end_the_process(architecture: int) -> None:
    program = system_calls.compiled(architecture)
    others = {part for name, part in vars(seccomp.Arch).items() if name.isupper() and part not in (0, architecture)}
    assert {interpreted(program, other, number, [0] * 6) for other in others for number in range(512)} == {KILLED}


@pytest.mark.parametrize("architecture", ARCHITECTURES, ids=NAMES)
def test_what_reaches_others_is_not_in_the_table(architecture: int) -> None:
    numbers = {name: seccomp.resolve_syscall(architecture, name) for name in NEVER.split()}
    table = system_calls.table(architecture)
    got_through = {name for name, number in numbers.items() if CODES[table.get(number, (0x00050001, []))[0]] == ALLOWED}
    assert not got_through
    assert len([number for number in numbers.values() if number >= 0]) > 100


def test_there_are_no_walls_where_the_numbers_are_others() -> None:
    with pytest.raises(OSError, match="x86-64 and aarch64"):
        system_calls.compiled(seccomp.Arch.RISCV64)


def called(calls: list[tuple[int, list[int]]]) -> list[str]:
    """What the kernel says to each, behind the filter."""
    done = subprocess.run(
        [sys.executable, str(CALLING)], input=json.dumps(calls), capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def test_the_kernel_refuses_every_number_that_is_not_allowed() -> None:
    here = seccomp.system_arch()
    calls = [(number, [HARMLESS] * 6) for number in NUMBERS + OUTSIDE if number not in UPROBES]
    wrong = []
    for (number, arguments), found in zip(calls, called(calls), strict=True):
        said = expected(here, number, arguments)
        fits = {KILLED: found == "ended", ALLOWED: found not in (EPERM, ENOSYS), "done": found == "0"}
        if not fits.get(said, found == said):
            wrong.append((number, said, found))
    assert not wrong


def test_the_kernel_compares_arguments_as_the_table_does() -> None:
    here = seccomp.system_arch()
    threads = seccomp.resolve_syscall(here, "clone")  # one that is allowed begins somewhere in memory, and ends all
    calls = [call for call in by_argument(here) if call[0] != threads or expected(here, *call) != ALLOWED]
    wrong = []
    for call, found in zip(calls, called(calls), strict=True):
        if (found == EPERM) != (expected(here, *call) == EPERM):
            wrong.append((call, found))
    assert not wrong


ORDINARY = {
    "files": """
        import os, shutil, tempfile, zipfile, pathlib
        with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as open_file:
            folder = pathlib.Path(name, "one"); folder.mkdir()
            (folder / "a.txt").write_text("text"); open_file.write(b"text"); os.fsync(open_file.fileno())
            shutil.copytree(folder, folder.with_name("two")); shutil.copy2(folder / "a.txt", folder / "b.txt")
            os.replace(folder / "b.txt", folder / "c.txt"); shutil.make_archive(name + "/all", "zip", folder)
            assert zipfile.ZipFile(name + "/all.zip").read("a.txt") == b"text"
            (folder / "c.txt").chmod(0o600); os.utime(folder / "c.txt"); shutil.disk_usage(name)
            assert sorted(os.listdir(folder)) == ["a.txt", "c.txt"] and list(pathlib.Path(name).rglob("*"))
        """,
    "threads and time": """
        import concurrent.futures, threading, time, os, random, secrets, uuid, datetime
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            assert sum(pool.map(lambda n: n * n, range(100))) == 328350
        threading.Timer(0.01, print).start(); time.sleep(0.02); time.process_time(); os.times(); uuid.uuid4()
        secrets.token_hex(); datetime.datetime.now().astimezone(); os.cpu_count(); len(os.sched_getaffinity(0))
        """,
    "threads that wait for what C++ begins once": """
        import concurrent.futures, ctypes, time
        library, begun = ctypes.CDLL("libstdc++.so.6"), ctypes.c_uint64()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            assert library.__cxa_guard_acquire(ctypes.byref(begun)) == 1
            waiting = pool.submit(library.__cxa_guard_acquire, ctypes.byref(begun))
            time.sleep(0.2)
            library.__cxa_guard_release(ctypes.byref(begun))
            try:
                assert waiting.result(10) == 0
            except concurrent.futures.TimeoutError:
                import os, sys
                print("nobody woke it", file=sys.stderr, flush=True)
                os._exit(1)
        """,
    "arrays": """
        import numpy as np, tempfile, os
        large = np.random.default_rng(1).normal(size=(700, 700))
        np.linalg.svd(large); np.linalg.solve(large, large); large.resize((2000, 700), refcheck=False)
        with tempfile.TemporaryDirectory() as name:
            mapped = np.memmap(name + "/m", dtype="float32", mode="w+", shape=(1000,)); mapped[:] = 1; mapped.flush()
            np.savez_compressed(name + "/z.npz", large); assert np.load(name + "/z.npz")["arr_0"].shape == (2000, 700)
        """,
    "tables and drawings": """
        import matplotlib; matplotlib.use("agg")
        import matplotlib.pyplot as plt, pandas as pd, h5py, tempfile
        from PIL import Image
        with tempfile.TemporaryDirectory() as name:
            pd.DataFrame({"a": range(9)}).to_csv(name + "/a.csv"); assert len(pd.read_csv(name + "/a.csv")) == 9
            for kind in ("png", "svg", "pdf"):
                plt.plot([1, 2]); plt.savefig(f"{name}/a.{kind}")
            Image.open(name + "/a.png").convert("RGB").resize((9, 9)).save(name + "/b.jpg")
            with h5py.File(name + "/a.h5", "w") as file:
                file["a"] = [1, 2, 3]
            assert list(h5py.File(name + "/a.h5")["a"]) == [1, 2, 3]
        """,
    "classifiers": """
        import numpy as np
        from sklearn.ensemble import RandomForestClassifier
        from sklearn.model_selection import cross_val_score
        x = np.random.default_rng(1).normal(size=(90, 3))
        assert cross_val_score(RandomForestClassifier(9, n_jobs=2), x, x[:, 0] > 0, cv=3, n_jobs=2).mean() > 0.6
        """,
    "what is not allowed says so": """
        import os, socket, subprocess
        for door in (lambda: subprocess.run(["true"]), os.fork, socket.socket, os.setsid):
            try:
                door()
            except PermissionError as error:
                assert "Operation not permitted" in str(error)
            else:
                raise SystemExit("allowed")
        """,
}


@pytest.mark.parametrize("code", ORDINARY.values(), ids=ORDINARY)
def test_ordinary_code_runs_behind_the_filter(code: str) -> None:
    start = "from keraskata.subject import system_calls\nsystem_calls.apply(system_calls.compiled())\n"
    settings = {"JOBLIB_MULTIPROCESSING": "0", "HDF5_USE_FILE_LOCKING": "FALSE", "MPLCONFIGDIR": "/tmp"}
    done = run_python(start + textwrap.dedent(code), **settings)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("code", "status"), [("os.abort()", -6), ("ctypes.string_at(0)", -11), ("os._exit(3)", 3)])
def test_a_crash_behind_the_filter_is_a_crash(code: str, status: int) -> None:
    start = "import ctypes, faulthandler, os\nfrom keraskata.subject import system_calls\nfaulthandler.enable()\n"
    done = run_python(f"{start}system_calls.apply(system_calls.compiled())\n{code}\n")
    assert done.returncode == status
    assert status == 3 or "Fatal Python error" in done.stderr


def run_python(code: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, timeout=120)
