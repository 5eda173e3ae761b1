"""Libraries' settings that have a say in a verdict: a grading has its own, and what code sets ends with its call."""

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

from keraskata.backend.library_settings import SETTINGS, Setting

_settled: set[str] = set()  # the modules that have a grading's settings
_found: list[tuple[Setting, Any]] = []  # what theirs were before


def settle() -> None:
    """Give the settings of a grading to the libraries that were imported since the last time."""
    fresh = {setting.module for setting in SETTINGS if setting.module not in _settled and _module(setting)}
    for setting, value in _read(fresh):  # all are read before one is set: Keras makes one of another
        _found.append((setting, value))
        with contextlib.suppress(Exception):
            _put(setting, setting.ours(sys.modules[setting.module]))
    _settled.update(fresh)


@contextlib.contextmanager
def kept() -> Iterator[None]:
    """Run code in here: the settings are those of a grading when it begins, and again when it is over."""
    settle()
    before = _read(_settled)
    try:
        yield
    finally:
        for setting, value in before:
            with contextlib.suppress(Exception):
                _put(setting, value)
        settle()


@contextlib.contextmanager
def lent() -> Iterator[None]:
    """Grade in here, in a process of another owner: its own settings are put back in the end."""
    _settled.clear()
    _found.clear()
    settle()
    try:
        yield
    finally:
        for setting, value in _found:
            with contextlib.suppress(Exception):
                _put(setting, value)
        _settled.clear()


def _read(modules: set[str]) -> list[tuple[Setting, Any]]:
    found = []
    for setting in SETTINGS:
        if setting.module in modules and (module := _module(setting)):
            with contextlib.suppress(Exception):  # another version of the library may not have it
                found.append((setting, setting.get(module)))
    return found


def _put(setting: Setting, value: Any) -> None:
    module = sys.modules[setting.module]
    if setting.get(module) != value:
        setting.put(module, value)


def _module(setting: Setting) -> Any:
    """Return the module of a setting; None where it was not imported, or only in part."""
    module = sys.modules.get(setting.module)
    return None if getattr(getattr(module, "__spec__", None), "_initializing", False) else module
