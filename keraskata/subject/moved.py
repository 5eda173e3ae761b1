"""Names that moved or went, from Keras 2 (and 1) to 3 and in the packages beside it: the table, and how to look one up.

The rows stand in moved_names/*.toml, by library and kind. An old name is written as learners meet it:
- modules and names with their path, "keras.layers.core" and "keras.layers.CuDNNLSTM";
- methods, and all else that an object had, by the class that had it, "Model.predict_classes";
- arguments in the brackets of what took them, "Optimizer(lr)", "Model.fit(nb_epoch)", with a value if only that went,
  and with a star for those that must be given by name now.
What a class had, those have that are made from it. `renamed` gives one new place to many names that stayed the same,
and to what many modules had.
"""

import re
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

LIBRARIES = {
    "keras": "Keras",
    "numpy": "NumPy",
    "scipy": "SciPy",
    "pandas": "pandas",
    "sklearn": "scikit-learn",
    "matplotlib": "Matplotlib",
    "seaborn": "seaborn",
    "PIL": "Pillow",
    "tensorflow": "TensorFlow",
    "python": "Python",
}
_RENAMED = {"modules": "write `from {} import ...`", "names": "write `{}.NAME`"}
_ALIASES = (  # the names under which TensorFlow carries Keras, and its own parts
    (re.compile(r"(tensorflow(\.python)?|keras\._tf_keras)\.keras(?=\.|$)"), "keras"),
    (re.compile(r"tensorflow\._api\.v2(?=\.|$)"), "tensorflow"),
)


class Row(NamedTuple):
    """One old name of a library, and what to write in its place; `kind` is a table of the TOML files."""

    library: str
    kind: str
    old: str
    new: str


@cache
def rows() -> dict[tuple[str, str], Row]:
    """Return the table, by library and old name. It is read when the first exception is explained."""
    import tomllib

    found = []
    for file in sorted((Path(__file__).parent / "moved_names").glob("*.toml")):
        for library, kinds in tomllib.loads(file.read_text(encoding="utf-8")).items():
            for place, moved in kinds.pop("renamed", {}).items():
                for kind, new in _RENAMED.items():
                    names, text = moved.get(kind, "").split(), new.format(moved["to"])
                    found += [Row(library, kind, f"{place}.{name}", text.replace("NAME", name)) for name in names]
            found += [Row(library, kind, old, new) for kind, table in kinds.items() for old, new in table.items()]
    return {(row.library, row.old): row for row in found}


def by_path(path: str) -> Row | None:
    """Return the row of a module or of a name in one, or that of the module it was in."""
    for alias, name in _ALIASES:
        path = alias.sub(name, path) if alias.match(path) else path
    library, whole = library_of(path), True
    while path:
        row = rows().get((library, path)) or rows().get(("python", path))
        if row and (whole or row.kind == "modules"):
            return row
        path, whole = path.rpartition(".")[0], False
    return None


def by_class(cls: type, name: str) -> Row | None:
    """Return the row of a name that the objects of a class had, and of those it is made from."""
    return _first((library_of(base.__module__), f"{base.__name__}.{name}") for base in cls.__mro__)


def argument(owners: Iterable[tuple[str, str]], name: str) -> Row | None:
    """Return the row of an argument of the first of `owners` that had it: each is a library and a class or function."""
    return _first((library, f"{owner}({name})") for library, owner in owners)


def library_of(module: str) -> str:
    """Return the package that a module is in; all of Python's own are one."""
    package = module.partition(".")[0]
    return "python" if package in sys.stdlib_module_names else package


def sentence(old: dict[str, Row]) -> str:
    """Tell a learner that what they wrote, the keys, is of an older library, and what to write."""
    rows = list(old.values())
    shown, verb = " and ".join(f"`{name}`" for name in old), "is" if len(old) == 1 else "are"
    new = "; ".join(dict.fromkeys(row.new for row in rows))
    return f"{shown} {verb} from an older {LIBRARIES[rows[0].library]}: {new}"


def _first(keys: Iterable[tuple[str, str]]) -> Row | None:
    return next((rows()[key] for key in keys if key in rows()), None)
