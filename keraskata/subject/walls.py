"""The view of the machine that a walled parent has: bubblewrap's, with what `mounts` names, all read-only.

No network, no process of the machine's, no home, and of the kit neither graders nor solutions, exercises or tests.
"""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from keraskata import cache
from keraskata.keras_home import resnet50_weights
from keraskata.subject import mounts, system

SCRATCH = "/scratch"
_ADVICE = "Grade in the kit's container image (see Containerfile), or with --no-walls, if you trust every file."


class NoWalls(Exception):
    """Walls cannot be put up here; the message says why, and what to do."""


def check() -> None:
    """Raises NoWalls where strangers' files cannot be walled in: it is tried."""
    check_for_tools()
    tried = subprocess.run([*around(), sys.executable, "-c", _TRIAL], capture_output=True, text=True)
    if tried.returncode != 0:
        reason = (tried.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise NoWalls(f"Walls cannot be put up here: {reason}. User namespaces may be switched off. {_ADVICE}")


def check_for_tools() -> None:
    """Raises NoWalls where what builds walls is missing."""
    if system.lacks():
        raise NoWalls(f"Walls need Linux, and {system.lacks()}. {_ADVICE}")
    if shutil.which("bwrap") is None:
        raise NoWalls(f"Walls need bubblewrap: apt-get install bubblewrap, or your system's way. {_ADVICE}")
    if importlib.util.find_spec("pyseccomp") is None:
        raise NoWalls(f"Walls need pyseccomp: pip install -e '.[walls]'. {_ADVICE}")


def keep_out(places: Mapping[str, Path]) -> None:
    """Raises NoWalls where one of these, called so, lies where every submission could read it."""
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
hide_memory()
Walls(Limits()).prove()
"""


def command(number: int, limits: str) -> list[str]:
    """The command line that starts a walled parent on the control socket `number`."""
    return [*around(), sys.executable, "-m", "keraskata.subject.parent", str(number), limits]


def around() -> list[str]:
    """The command line before a program that is to run in that view."""
    home = {"HOME": SCRATCH, "TMPDIR": SCRATCH, "KERAS_HOME": SCRATCH, "MPLCONFIGDIR": SCRATCH, "LOGNAME": "learner"}
    settings = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(mounts.ENGINE.parent),
        "LANG": "C.UTF-8",
        "KERAS_BACKEND": cache.backend(),
        "JOBLIB_MULTIPROCESSING": "0",  # n_jobs=-1 works, one after the other: no process starts another one here
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "HDF5_USE_FILE_LOCKING": "FALSE",
        "OPENBLAS_NUM_THREADS": "1",
    }
    line = ["bwrap", "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"]
    line += ["--unshare-cgroup-try", "--hostname", "walled", "--die-with-parent", "--new-session", "--clearenv"]
    for name, value in (home | settings).items():
        line += ["--setenv", name, value]
    hidden = mounts.hidden()
    for place in sorted({*mounts.shown(), *hidden}):  # outer folders first
        line += ["--tmpfs", place] if place in hidden else ["--ro-bind", place, place]
    # What was fetched for ResNet50 lies in the user's home: the judge has it, and so must who is judged.
    weights = resnet50_weights()
    if weights.is_file():
        inside = f"/{weights.name}"
        line += ["--setenv", "KATA_RESNET50", inside, "--ro-bind", str(weights.resolve()), inside]
    line += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", SCRATCH, "--chdir", SCRATCH]
    # These are in memory, without a limit, and the same for all submissions: nobody writes there.
    return [*line, *(word for place in ("/", "/dev", *hidden) for word in ("--remount-ro", place))]
