"""Which backend Keras runs on, and why it cannot start, in words for the people who can fix it."""

import difflib
import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import Any

from keraskata.backend import installing, shadowing
from keraskata.backend.backends import BACKENDS
from keraskata.backend.home import keras_home
from keraskata.printable import listed

_FIRST, *_OTHERS = BACKENDS
_ONLY_PREDICT = ("numpy", "openvino")
_CHOSEN = "KATA_BACKEND"  # what was chosen here and why, for the processes that are started from here


class NoBackend(ImportError):
    """Keras cannot start; the message says why, and what to do."""


def backend() -> str:
    """Return the backend of a run: the one that Keras has started on, or will; "" where there is none."""
    config: Any = getattr(sys.modules.get("keras"), "config", None)
    if hasattr(config, "backend"):
        return str(config.backend())
    return _chosen()[0]


def settle() -> None:
    """Tell Keras of the choice, before anything imports it."""
    name, source = _chosen()
    if name:
        os.environ["KERAS_BACKEND"] = name
        os.environ[_CHOSEN] = f"{name} {source}"


def problem() -> str | None:
    """Return why Keras cannot start, as far as seen without importing it, and what to do; None where it can."""
    if hidden := shadowing.problem():
        return hidden
    name, source = _chosen()
    if not name:
        brings = (
            f"{installing.command(_FIRST)} brings {_title(_FIRST)}; {listed(_OTHERS, 'and')} can stand in its place"
        )
        return f"Keras needs a backend, and none is installed: {brings}."
    if name in _ONLY_PREDICT:
        return f"{source} is {name}, and on {name} Keras cannot train: set it to {listed([*BACKENDS])}."
    if name not in BACKENDS:
        return f"{source} is {name!r}, and Keras knows no such backend: set it to {_meant(name.lower())}."
    if not installed(name):
        others = [other for other in BACKENDS if installed(other)]
        instead = f", or set {source} to {others[0]}, which is there" if others else ""
        return f"{source} is {name}, and {_title(name)} is not installed: {installing.command(name)}{instead}."
    return None


def broken(error: Exception) -> str:
    """Explain why Keras did not start, where the import of it ended in `error`."""
    name, source = _chosen()
    said = " ".join(str(error).split())[:300] or type(error).__name__
    named = f" (the backend that {source} names)" if source else ""
    return problem() or (
        f"Keras cannot start on {name}{named}: {said}. Install {_title(name)} again ({installing.command(name)}), or "
        "set KERAS_BACKEND to another one."
    )


def installed(name: str) -> bool:
    """Return whether a package is installed, without importing it."""
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):  # half of it is there
        return name in sys.modules


def _chosen() -> tuple[str, str]:
    """Return the backend, and what named it: KERAS_BACKEND, a keras.json, or "" for the first one installed."""
    named = os.environ.get("KERAS_BACKEND", "")
    if named:
        before, _, source = os.environ.get(_CHOSEN, "").partition(" ")
        return named, source if before == named else "KERAS_BACKEND"
    place = keras_home() / "keras.json"
    in_file = _named_in(place)
    if in_file in _OTHERS and installed(in_file):  # Keras writes "tensorflow" there by itself
        return in_file, str(place)
    return next((name for name in BACKENDS if installed(name)), ""), ""


def _named_in(place: Path) -> str:
    try:
        return str(json.loads(place.read_bytes())["backend"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ""


def _meant(name: str) -> str:
    """Return the backend of this name, or nearly this name; all of them where none is near."""
    called = [backend.name for backend in BACKENDS.values() if name in backend.aliases]
    return listed(called or difflib.get_close_matches(name, BACKENDS, n=1) or [*BACKENDS])


def _title(name: str) -> str:
    return BACKENDS[name].title if name in BACKENDS else name
