"""Keeps one exercise from disturbing another, in one process: streams, settings and patched functions are put back."""

import contextlib
import io
import operator
import os
import sys
import warnings
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType
from typing import Any

from keraskata.backend import settings
from keraskata.subject.faults import InputAsked
from keraskata.subject.side_effects import Printed, overflows_noticed, pictures_counted
from keraskata.timing import time_limit

_GUARDED = (
    "builtins",
    "os",
    "sys",
    "time",
    "math",
    "random",
    "json",
    "keras",
    "numpy",
    "pandas",
    "matplotlib",
    "seaborn",
)
_PATCHABLE = (FunctionType, BuiltinFunctionType, type, staticmethod, classmethod, property)


class _Nobody(io.TextIOBase):
    """Standard input without a user at the keyboard."""

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        raise InputAsked

    def read(self, size: int | None = -1, /) -> str:
        raise InputAsked


@contextlib.contextmanager
@time_limit.whole
def undisturbed() -> Iterator[Printed]:
    """Run learners' code in here: it prints into the value given, and what it changes outside is put back."""
    streams = sys.stdin, sys.stdout, sys.stderr
    folder, environment, argv, path = os.getcwd(), dict(os.environ), list(sys.argv), list(sys.path)
    limit, hook = sys.getrecursionlimit(), sys.excepthook
    printed = Printed()
    patches = _functions()
    sys.stdin, sys.stdout, sys.stderr = _Nobody(), printed, Printed()
    try:
        with (
            warnings.catch_warnings(),
            settings.kept(),
            _pictures_closed(),
            overflows_noticed(printed),
            pictures_counted(printed),
        ):
            warnings.simplefilter("ignore")
            yield printed
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        _restore(patches)
        sys.argv[:], sys.path[:] = argv, path
        sys.excepthook = hook
        sys.setrecursionlimit(limit)
        os.chdir(folder)
        if dict(os.environ) != environment:
            os.environ.clear()
            os.environ.update(environment)


@contextlib.contextmanager
def _pictures_closed() -> Iterator[None]:
    try:
        yield
    finally:
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")


def _functions() -> list[tuple[Any, dict[str, Any]]]:
    """Return what guarded modules and Keras' public classes hold: functions, classes, methods and more."""
    owners: list[Any] = []
    for name in _GUARDED:
        module = sys.modules.get(name)
        if module is None:
            continue
        owners.append(module)
        owners += [
            sys.modules[inner]
            for inner in (
                f"{name}.{part}"
                for part in ("ops", "layers", "models", "losses", "utils", "random", "pyplot", "linalg")
            )
            if inner in sys.modules
        ]
    classes = []
    keras: Any = sys.modules.get("keras")
    if keras:
        classes = [keras.Model, keras.Sequential, keras.Layer, keras.callbacks.History, keras.callbacks.Callback]
        classes += [base for cls in list(classes) for base in cls.__mro__ if base.__module__.startswith("keras")]
    return [(owner, dict(vars(owner))) for owner in dict.fromkeys(owners + classes)]


def _restore(before: list[tuple[Any, dict[str, Any]]]) -> None:
    for owner, held in before:
        now = vars(owner)
        if len(now) >= len(held) and all(map(operator.is_, now.values(), held.values())):
            continue  # as ever, and seen in no time: this is done twice for each call
        for key, value in held.items():
            if now.get(key) is not value and isinstance(value, _PATCHABLE):
                with contextlib.suppress(AttributeError, TypeError):
                    setattr(owner, key, value)
