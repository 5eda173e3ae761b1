"""What the walls show of the machine, all read-only: system libraries, Python with packages, engine and data.

The list names what is shown, not what is hidden: of a prefix of Python only what Python keeps there, for a kit, a
course or a class may lie beside it in the same folder (`python3 -m venv .`), and of /usr what programs share.
"""

import os
import site
import sys
from pathlib import Path

from keraskata.curriculum import PACKAGED

ENGINE = Path(__file__).resolve().parent.parent
_SYSTEM = ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/fonts", "/etc/localtime")
_USR = ("bin", "sbin", "lib", "lib32", "lib64", "share/fonts", "share/fontconfig", "share/matplotlib", "share/zoneinfo")
_LOCAL = ("bin", "lib", "lib64")
_PREFIX = ("bin", "lib", "lib32", "lib64", "pyvenv.cfg", "share/zoneinfo")


def shown() -> list[str]:
    """Return the places that are shown, outer folders first."""
    places = {*_SYSTEM, *_below("/usr", _USR), *_below("/usr/local", _LOCAL), *site.getsitepackages()}
    for prefix in (sys.base_prefix, sys.prefix):
        for folder in (prefix, os.path.realpath(prefix)):  # links between versions of Python are followed from either
            places.update(_below(folder, _PREFIX))
    places.update((str(ENGINE), str(ENGINE.parent / "datasets")))
    return sorted(place for place in places if os.path.exists(place))


def hidden() -> list[str]:
    """Return the places inside shown ones that appear empty: the content that a wheel carries inside the engine."""
    return [str(PACKAGED)] if PACKAGED.is_dir() else []


def showing(place: Path) -> str | None:
    """Return the shown place that contains `place`, links followed; None where it is not seen behind walls."""
    real = place.resolve()
    if any(real.is_relative_to(Path(folder).resolve()) for folder in hidden()):
        return None
    return next((folder for folder in shown() if real.is_relative_to(Path(folder).resolve())), None)


def are_readable() -> bool:
    """Return whether this user can read Python, its packages, the engine and the data; called behind the walls.

    A package is looked at from outside: it was installed as a whole, with the rights of one umask.
    """
    folders = [os.path.dirname(os.__file__), *site.getsitepackages(), str(ENGINE), str(ENGINE.parent / "datasets")]
    places = [sys.executable, *shown()]
    try:
        places += [
            entry.path
            for folder in filter(os.path.exists, folders)
            for entry in os.scandir(folder)
            if not _leads_nowhere(entry.path)
        ]
    except PermissionError:
        return False
    return all(os.access(place, os.R_OK | (os.X_OK if os.path.isdir(place) else 0)) for place in places)


def _leads_nowhere(place: str) -> bool:
    """Return whether it is a link to what is not shown, such as Debian's to a sitecustomize in /etc."""
    try:
        os.stat(place)
    except FileNotFoundError:
        return True
    except OSError:
        pass
    return False


def _below(prefix: str, names: tuple[str, ...]) -> list[str]:
    return [os.path.join(prefix, name) for name in names]
