"""`kata doctor`: what this machine has of what the kit needs, and how to get the rest."""

import os
import shutil
import sys
import tempfile
import textwrap
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import typer

from keraskata import cache
from keraskata.curriculum import CurriculumError, default_root

_OLDEST, _NEWEST = (3, 11), (3, 13)
_COLUMNS, _ROWS = 80, 24


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; `mend` says what to do where it is not as it should be."""

    what: str
    found: str
    mend: str = ""
    needed: bool = True  # by every learner; the rest is for some


def doctor() -> None:
    """Say what is missing on this machine, and how to mend it. Exit status: 0 you can work, 1 something is needed."""
    findings = list(_findings())
    for finding in findings:
        mark, color = ("✓", "green") if not finding.mend else ("✗", "red") if finding.needed else ("○", "")
        typer.secho(f"{mark} {finding.what:<10} {finding.found}", fg=color or None)
        if finding.mend:
            width = max(shutil.get_terminal_size().columns, 40)
            typer.echo(textwrap.fill(finding.mend, width, initial_indent=" " * 13, subsequent_indent=" " * 13))
    typer.echo("\nThese should be a tick, a cross, a circle and two blocks: ✓ ✗ ○ █ ░")
    typer.echo("If they are not, choose another font in your terminal, such as DejaVu Sans Mono.")
    raise typer.Exit(1 if any(finding.mend and finding.needed for finding in findings) else 0)


def _findings() -> Iterator[Finding]:
    yield _python()
    yield _kit()
    yield _package("Keras", "keras", "pip install -e .")
    backend = cache.backend()
    packages = ("tensorflow-cpu", "tensorflow") if backend == "tensorflow" else (backend,)
    extra = "." if backend == "tensorflow" else f"'.[{backend}]'"
    yield _package("backend", packages, f"pip install -e {extra}, or another KERAS_BACKEND")
    yield _terminal()
    yield _browser()
    yield _package("notebooks", "nbgrader", "for courses of notebooks: pip install -e '.[nbgrader]'", needed=False)
    yield _walls()


def _python() -> Finding:
    here = sys.version_info[:2]
    found = f"{here[0]}.{here[1]}"
    return Finding("Python", found, "" if _OLDEST <= here <= _NEWEST else "take Python 3.11, 3.12 or 3.13")


def _kit() -> Finding:
    try:
        root = default_root()
        with tempfile.TemporaryFile(dir=root):
            return Finding("kit", str(root))
    except CurriculumError as error:
        return Finding("kit", "none here", str(error))
    except OSError as error:
        return Finding("kit", f"{root} cannot be written to", f"{error.strerror}: clone it into a folder of your own")


def _package(what: str, names: str | tuple[str, ...], mend: str, needed: bool = True) -> Finding:
    for name in (names,) if isinstance(names, str) else names:
        try:
            return Finding(what, f"{name} {version(name)}", needed=needed)
        except PackageNotFoundError:
            continue
    return Finding(what, "is not installed", mend, needed)


def _terminal() -> Finding:
    columns, rows = shutil.get_terminal_size()
    encoding = (sys.stdout.encoding or "").lower()
    found = f"{columns} columns, {rows} rows, {encoding}"
    if "utf" not in encoding:
        return Finding("terminal", found, "set PYTHONUTF8=1, or LANG=C.UTF-8")
    small = columns < _COLUMNS or rows < _ROWS
    return Finding("terminal", found, f"kata watch wants {_COLUMNS} x {_ROWS}: make it larger" if small else "")


def _browser() -> Finding:
    mend = "kata report writes its page all the same; copy it to a machine with a browser"
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Finding("browser", "no screen for one (ssh?)", mend, needed=False)
    try:
        return Finding("browser", Path(getattr(webbrowser.get(), "name", "is there")).name)
    except webbrowser.Error:
        return Finding("browser", "none was found", mend, needed=False)


def _walls() -> Finding:
    from keraskata.subject import walls

    try:
        walls.check()
    except walls.NoWalls as error:
        return Finding("walls", "for grading strangers' code: cannot be put up", str(error), needed=False)
    return Finding("walls", "stand: strangers' code can be graded here")
