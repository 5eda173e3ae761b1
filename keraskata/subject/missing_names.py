"""Why a module, or a name of a module or an object, is not there: moved, misspelt, or a file of the learner's."""

import ast
import inspect
import linecache
import re
import sys
from pathlib import Path
from types import FrameType, ModuleType

from keraskata.subject import broken_line, moved
from keraskata.subject.keras_causes import is_learners, nearest

_USED = ("keras", "numpy", "pandas", "matplotlib", "seaborn", "sklearn", "scipy", "tensorflow", "torch", "jax", "math")
_ALONE = "each exercise's file stands alone, so write what it needs into this file"
_NAMED = (  # what a message says of a name that the exception itself does not carry
    (r"odule '([\w.]+)' has no attribute '(\w+)'", "{0}.{1}"),
    (r"^`np\.(\w+)` was removed", "numpy.{0}"),
)
_GIVEN = (  # what a message says of a value that the learner's line gave, or of a name that a library keeps for it
    (r"^`(keras\.[\w.]+)` is not supported", "{0}"),
    (r"^\s*`(load_boston)` has been removed", "sklearn.datasets.{0}"),
    (r"^`(interp2d)` has been removed", "scipy.interpolate.{0}"),
    (r"^'([\w-]+)' is not a valid package style", "matplotlib.style.{0}"),
    (r"^Could not interpret loss identifier: '?(\w+)", "keras.losses.{0}"),
    (
        r"^Could not interpret (metric|optimizer|initializer|regularizer|constraint) identifier: '?(\w+)",
        "keras.{0}s.{1}",
    ),
)


def cause_of(error: BaseException, text: str, frames: list[FrameType], within: list[FrameType]) -> str | None:
    """Return the cause in a sentence, or None. `within` are those of the `frames` that are below the learner's."""
    own_line = all(frame.f_code.co_name == "__getattr__" for frame in within)
    if row := _path_row(error, text, own_line):
        return moved.sentence({row.old.removeprefix("matplotlib.style."): row})
    if isinstance(error, KeyError):
        return _key(error) if not within else None
    name = getattr(error, "name", None) or ""
    if isinstance(error, ImportError) and (name or "relative import" in text):
        return _import(text, name, isinstance(error, ModuleNotFoundError), frames)
    if not isinstance(error, AttributeError) or not own_line:
        return None
    owner = getattr(error, "obj", None)
    if isinstance(owner, ModuleType):
        return _spelling(owner, name)
    cls = owner if isinstance(owner, type) else type(owner)
    row = None if is_learners(cls.__module__) and _is_set(name, frames) else moved.by_class(cls, name)
    return moved.sentence({name: row}) if row else None


def _path_row(error: BaseException, text: str, own_line: bool) -> moved.Row | None:
    """Return the row of the module, or of the name in one, that was asked for."""
    name, owner = getattr(error, "name", None) or "", getattr(error, "obj", None)
    if isinstance(error, ModuleNotFoundError):
        return moved.by_path(name) if own_line else None
    if isinstance(error, ImportError) and name:
        return moved.by_path(f"{name}.{_not_imported(text)}") if own_line else None
    if isinstance(owner, ModuleType):
        return moved.by_path(f"{owner.__name__}.{name}") if own_line else None
    for part, path in _GIVEN + _NAMED if own_line else _GIVEN:
        if said := re.search(part, text):
            return moved.by_path(path.format(*said.groups()))
    return None


def _key(error: KeyError) -> str | None:
    """Return the new name of a key of the history, where it is there under this one."""
    key = error.args[0] if error.args else None
    node, frame = broken_line.expression(error.__traceback__)
    if not isinstance(key, str) or not isinstance(node, ast.Subscript) or not frame:
        return None
    row, known = moved.rows().get(("keras", f"History.history[{key!r}]")), broken_line.value(node.value, frame)
    if row is None or type(known) is not dict or key.replace("acc", "accuracy") not in known:
        return None
    return moved.sentence({key: row})


def _not_imported(text: str) -> str:
    missing = re.match(r"cannot import name '(\w+)'", text)
    return missing.group(1) if missing else ""


def _import(text: str, module: str, is_module: bool, frames: list[FrameType]) -> str | None:
    """Explain why a name is missing in a module that exists, or why the module itself is missing."""
    if "relative import" in text:
        return _ALONE
    if not is_module:
        return _spelling(sys.modules.get(module), _not_imported(text))
    package, _, name = module.rpartition(".")
    if known := sys.modules.get(package):
        return _spelling(known, name, modules_only=True) or f"{package} has no module of the name {name}"
    near = nearest(module, _USED)
    if near and not module.startswith(near):  # such as keras_cv, which is another package
        return f"a slip in the name of the package: import {near}"
    if module == "tensorflow":
        return "tensorflow is not installed here: write `keras` in place of `tensorflow.keras`"
    if module in _USED:
        return f"{module} is not installed here"
    if any(Path(frame.f_code.co_filename).with_name(f"{module}.py").is_file() for frame in frames):
        return f"{module}.py is a file of yours: {_ALONE}"
    return f"{module} is not installed here; if it is a file of yours: {_ALONE}"


def _spelling(module: ModuleType | None, name: str, modules_only: bool = False) -> str | None:
    """Return a name of the module that is nearly the one asked for."""
    known = dir(module) if module else []
    if modules_only:
        known = [part for part in known if inspect.ismodule(getattr(module, part, None))]
    near = nearest(name, known)
    return f"{module.__name__} has no {name}, but it has {near}: check the spelling" if module and near else None


def _is_set(name: str, frames: list[FrameType]) -> bool:
    """Return whether a learner's file gives this name to an object somewhere: then it is theirs, and not an old one."""
    files = {frame.f_code.co_filename for frame in frames if is_learners(str(frame.f_globals.get("__name__")))}
    sets = re.compile(rf"\.{re.escape(name)}\s*(:.*)?=[^=]|def {re.escape(name)}\b")
    return any(sets.search(line) for file in files for line in linecache.getlines(file))
