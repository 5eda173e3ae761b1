"""Files that hide a package: `keras.py` in a folder where Python looks first is what `import keras` brings."""

import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from keraskata.backend.backends import BACKENDS

_NEEDED = {
    *BACKENDS,
    *("PIL", "_pytest", "absl", "h5py", "hypothesis", "jinja2", "keras", "matplotlib", "ml_dtypes", "msgpack", "numpy"),
    *("optree", "packaging", "pandas", "pytest", "pytest_timeout", "rich", "scikeras", "scipy", "seaborn", "sklearn"),
    *("textual", "typer", "watchfiles"),
}
_NEVER_NEEDED = {"test", "this", "antigravity", "turtle", "turtledemo", "idlelib", "tkinter"}


def problem(folder: Path | None = None) -> str | None:
    """Return which files hide a package, and what to do; None where there are none.

    With `folder`, what would hide one if Python looked there first, as `python -m pytest` and a notebook do.
    """
    found = list(dict.fromkeys(_hiding(folder)))
    if not found:
        return None
    path = found[0]
    more = f" (so does {found[1]})" if len(found) > 1 else ""
    return (
        f"{path} hides the package {path.stem}: Python takes it for what `import {path.stem}` means{more}. "
        f"Rename it, such as to my_{path.name}."
    )


def _hiding(folder: Path | None) -> Iterator[Path]:
    standard, packages = _homes()
    needed = {name for name in _NEEDED if any(_there(place, name) for place in packages)}
    needed |= sys.stdlib_module_names - _NEVER_NEEDED
    for place in [folder] if folder else [Path(entry or ".").absolute() for entry in sys.path]:
        if place in standard | packages or not place.is_dir():
            continue
        names = {path.stem for path in place.glob("*.py")} | {path.parent.name for path in place.glob("*/__init__.py")}
        for name in sorted(names & needed):
            path = _there(place, name)
            if path and (folder or not _imported_from_elsewhere(name, path)):
                yield path


def _imported_from_elsewhere(name: str, path: Path) -> bool:
    """Return whether Python has the real one already, so that nothing is hidden any more."""
    if name not in sys.modules:
        return False
    file = getattr(sys.modules[name], "__file__", None)
    return file is None or path not in (Path(file), Path(file).parent)


def _homes() -> tuple[set[Path], set[Path]]:
    """Return the folders of Python's own modules, and those of installed packages."""
    paths = sysconfig.get_paths()
    standard = {Path(paths[name]) for name in ("stdlib", "platstdlib")}
    standard |= {Path(entry) for entry in sys.path if Path(entry, "site.py").is_file() or entry.endswith("lib-dynload")}
    packages = {Path(paths[name]) for name in ("purelib", "platlib")}
    packages |= {Path(entry) for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")}
    return standard, packages


def _there(place: Path, name: str) -> Path | None:
    """Return the module or package of this name in a folder."""
    tried = (place / name / "__init__.py", place / f"{name}.py")
    return next((path if path.stem == name else path.parent for path in tried if path.is_file()), None)
