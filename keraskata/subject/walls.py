"""The view of the machine that a walled parent has: bubblewrap's, with what `mounts` names, all read-only.

No network, no process of the machine's, no home, and of the kit neither graders nor solutions, exercises or tests.
"""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from keraskata.backend.choice import backend
from keraskata.backend.home import resnet50_weights
from keraskata.subject import cgroups, ids, mounts, system

SCRATCH = "/scratch"
_ONE_ID = ("--unshare-user", "--uid", "0", "--gid", "0")
# In these namespaces only: for namespaces, users and the end of each child. A child gives them away.
_RIGHTS = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_SETFCAP", "CAP_KILL")
_MASKED = (
    "Parts of /proc are covered: start a container with unmask=ALL, or systempaths=unconfined (see Containerfile)."
)
DEVICES = ("/dev/null", "/dev/random", "/dev/urandom")  # no terminals, and no memory that no limit counts
_LINKS = {"/dev/fd": "/proc/self/fd", "/dev/stdin": "fd/0", "/dev/stdout": "fd/1", "/dev/stderr": "fd/2"}
_ADVICE = "Grade in the kit's container image (see Containerfile), or with --no-walls, if you trust every file."


class NoWalls(Exception):
    """Walls cannot be put up here; the message says why, and what to do."""


def check() -> dict[str, str]:
    """Return what walls lack here that they have elsewhere ("user", "cgroup"), and how to get it. Raises NoWalls.

    It is tried, and nothing is left of it.
    """
    check_for_tools()
    lacking = {}
    with contextlib.ExitStack() as opened:
        found = None
        try:
            found = ids.namespace()
            opened.callback(os.close, found)
        except ids.NoIds as error:
            lacking["user"] = str(error)
        command = [*around(found), sys.executable, "-c", _TRIAL, "0" if found is None else "1"]
        tried = subprocess.run(command, pass_fds=[] if found is None else [found], capture_output=True, text=True)
    if tried.returncode != 0:
        reason = (tried.stderr.strip().splitlines() or ["no reason given"])[-1]
        likely = _MASKED if "mount proc" in reason else "User namespaces may be switched off."
        raise NoWalls(f"Walls cannot be put up here: {reason}. {likely} {_ADVICE}")
    if "user" not in tried.stdout:
        lacking.setdefault("user", "let other users read Python, its packages and the kit (chmod -R o+rX)")
    try:
        cgroups.check()
    except cgroups.NoGroups as error:
        lacking["cgroup"] = str(error)
    return lacking


def check_for_tools() -> None:
    """Raise NoWalls where what builds walls is missing."""
    if system.lacks():
        raise NoWalls(f"Walls need Linux, and {system.lacks()}. {_ADVICE}")
    if shutil.which("bwrap") is None:
        raise NoWalls(f"Walls need bubblewrap: apt-get install bubblewrap, or your system's way. {_ADVICE}")
    if importlib.util.find_spec("pyseccomp") is None:
        raise NoWalls(f"Walls need pyseccomp: pip install -e '.[walls]'. {_ADVICE}")


def keep_out(places: Mapping[str, Path]) -> None:
    """Raise NoWalls where one of these named places lies where every submission could read it."""
    for name, place in places.items():
        folder = mounts.showing(place)
        if folder:
            raise NoWalls(
                f"{name} ({place.absolute()}) lies in {folder}, which Python needs and all code behind the walls can"
                " read: move it to a folder of its own, such as one in your home."
            )


_TRIAL = """
from keraskata.subject.confine import Walls, hide_memory
from keraskata.terms import Limits
import sys
hide_memory()
walls = Walls(Limits(), int(sys.argv[1]))
walls.prove()
print("user" if walls.user else "")
"""


def command(arguments: list[str], found: int | None) -> list[str]:
    """Return the command that starts a walled parent with these arguments; `found` is as for `around`."""
    line = [*around(found), sys.executable, "-m", "keraskata.subject.parent", *arguments]
    return line if found is None else [*line, str(found)]


def around(found: int | None = None) -> list[str]:
    """Return the command line before a program that is to run in that view, as root of its namespaces.

    `found` is the descriptor of a user namespace with more users than the grading user: see `ids.namespace`.
    """
    home = {"HOME": SCRATCH, "TMPDIR": SCRATCH, "KERAS_HOME": SCRATCH, "MPLCONFIGDIR": SCRATCH, "LOGNAME": "learner"}
    settings = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(mounts.ENGINE.parent),
        "LANG": "C.UTF-8",
        "KERAS_BACKEND": backend(),
        "JOBLIB_MULTIPROCESSING": "0",  # n_jobs=-1 works, one after the other: no process starts another one here
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "HDF5_USE_FILE_LOCKING": "FALSE",
        "OPENBLAS_NUM_THREADS": "1",
    }
    line = ["bwrap", *(_ONE_ID if found is None else ("--userns", str(found)))]
    line += ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
    line += ["--hostname", "walled", "--die-with-parent", "--new-session", "--clearenv"]
    line += ["--cap-drop", "ALL", *(word for right in _RIGHTS for word in ("--cap-add", right))]
    for name, value in (home | settings).items():
        line += ["--setenv", name, value]
    hidden = mounts.hidden()
    for folder in sorted({str(parent) for place in mounts.shown() for parent in Path(place).parents}):
        line += ["--dir", folder]  # bubblewrap would make those that other users cannot enter
    for place in sorted({*mounts.shown(), *hidden}):  # outer folders first
        line += ["--tmpfs", place] if place in hidden else ["--ro-bind", place, place]
    # What was fetched for ResNet50 lies in the user's home: the judge has it, and so must the submission.
    weights = resnet50_weights()
    if weights.is_file():
        inside = f"/{weights.name}"
        line += ["--setenv", "KATA_RESNET50", inside, "--ro-bind", str(weights.resolve()), inside]
    line += ["--proc", "/proc", "--tmpfs", "/dev", "--dir", "/dev/shm", "--tmpfs", SCRATCH, "--chdir", SCRATCH]
    for device in DEVICES:
        line += ["--dev-bind", device, device]
    for link, target in _LINKS.items():
        line += ["--symlink", target, link]
    # These are in memory, without a limit, and the same for all submissions: nothing is written there.
    return [*line, *(word for place in ("/", "/dev", *hidden) for word in ("--remount-ro", place))]
