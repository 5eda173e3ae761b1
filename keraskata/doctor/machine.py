"""Looks at what is installed and set up here, and says how to get the rest."""

import os
import shutil
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from keraskata.backend import choice, environment, installing
from keraskata.backend.backends import BACKENDS
from keraskata.curriculum import CurriculumError, default_root
from keraskata.doctor.finding import Finding
from keraskata.report import encoding

_OLDEST, _NEWEST = (3, 11), (3, 14)
_COLUMNS, _ROWS = 80, 24
_ROOM = 200_000_000  # bytes: verdicts, reports, and what learners' code writes
_WALLS = {"user": "as a user that owns nothing", "cgroup": "each submission's memory bounded as a whole"}


def findings() -> Iterator[Finding]:
    """Give the findings one by one, each as soon as it is known."""
    yield _python()
    yield _kit()
    yield _room()
    yield _package("Keras", "keras", installing.command())
    yield _backend()
    yield _terminal()
    yield _browser()
    yield _package("notebooks", "nbgrader", f"for courses of notebooks: {installing.command('nbgrader')}", needed=False)
    yield _walls()


def _python() -> Finding:
    here = sys.version_info[:2]
    fix = "" if _OLDEST <= here <= _NEWEST else "use Python 3.11 to 3.14, with TensorFlow 3.11 to 3.13"
    return Finding("Python", f"{here[0]}.{here[1]}", fix)


def _kit() -> Finding:
    try:
        root = default_root()
        with tempfile.TemporaryFile(dir=root):
            return Finding("kit", str(root))
    except CurriculumError as error:
        return Finding("kit", "none here", str(error))
    except OSError as error:
        return Finding("kit", f"{root} cannot be written to", f"{error.strerror}: clone it into a folder of your own")


def _room() -> Finding:
    """Look at the space where verdicts are kept, and where learners' code writes."""
    try:
        places = [default_root(), Path(tempfile.gettempdir())]
        free, place = min((shutil.disk_usage(place).free, place) for place in places)
    except (OSError, CurriculumError) as error:
        return Finding("disk", "cannot be examined", str(error), needed=False)
    fix = f"there should be {_ROOM / 1e6:.0f} MB: delete something there" if free < _ROOM else ""
    return Finding("disk", f"{free / 1e9:.1f} GB free in {place}", fix)


def _package(what: str, name: str, fix: str, needed: bool = True) -> Finding:
    found = _version(name)
    return Finding(what, f"{name} {found}" if found else "is not installed", "" if found else fix, needed)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _backend() -> Finding:
    """Look at the chosen backend, and at the others that are installed."""
    taken = choice.backend()
    here = {
        backend.name: f"{name} {found}"
        for backend in BACKENDS.values()
        for name in reversed(backend.distributions)
        if (found := _version(name))
    }
    others = ", ".join(found for backend, found in here.items() if backend != taken)
    if problem := choice.problem():
        return Finding("backend", "Keras cannot start" + (f"; here is {others}" if others else ""), problem)
    also = f" (here is also {others})" if others else ""
    accelerated = ", which may use a GPU (KATA_ACCELERATOR)" if environment.accelerated() else ""
    return Finding("backend", here.get(taken, taken) + accelerated + also)


def _terminal() -> Finding:
    columns, rows = shutil.get_terminal_size()
    found = f"{columns} columns, {rows} rows, {encoding.name()}"
    if "utf" not in encoding.name():
        return Finding("terminal", found, "set PYTHONUTF8=1, or LANG=C.UTF-8")
    small = columns < _COLUMNS or rows < _ROWS
    return Finding("terminal", found, f"kata watch needs {_COLUMNS} x {_ROWS}: make it larger" if small else "")


def _browser() -> Finding:
    fix = "kata report still writes its page; copy it to a machine with a browser"
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Finding("browser", "no screen for one (ssh?)", fix, needed=False)
    try:
        return Finding("browser", Path(getattr(webbrowser.get(), "name", "is there")).name)
    except webbrowser.Error:
        return Finding("browser", "none was found", fix, needed=False)


def _walls() -> Finding:
    from keraskata.subject import walls

    try:
        lacking = walls.check()
    except walls.NoWalls as error:
        return Finding("walls", "for grading untrusted code: cannot be set up", str(error), needed=False)
    found = "stand: untrusted code can be graded here"
    found += "".join(f", {name}" for what, name in _WALLS.items() if what not in lacking)
    fix = "; ".join(f"not {_WALLS[what]}: {how}" for what, how in lacking.items())
    return Finding("walls", found, fix, needed=False)
