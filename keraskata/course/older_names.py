"""Makes the book's page "From Keras 2 to Keras 3" from the table of names that feedback explains."""

from collections.abc import Iterable

from keraskata.curriculum import Kit, shipped
from keraskata.subject.moved import LIBRARIES, Row, rows

PLACE = "docs/book/keras-2-to-3.md"
_HEAD = """# From Keras 2 to Keras 3

<!-- Made by `kata coverage` from keraskata/subject/moved_names/; do not edit it by hand. -->

Many lessons and answers that you find were written for Keras 2, or even for Keras 1. Their code often stops with an
error today. This page lists what moved or went, and what you write now. The kit has the same list: where your code uses
such a name, the feedback tells you what to write.

Most rows come from four changes:

- **One package.** You write `import keras`. The name `tensorflow.keras` still works where TensorFlow is installed, but
  then your code does not run on PyTorch or JAX.
- **Short paths.** All layers are in `keras.layers`, all losses in `keras.losses`, and so on. The files behind them have
  other names now, so `keras.layers.core` and its like are gone.
- **`keras.ops` in place of `keras.backend`.** It has NumPy's names: `power` and not `pow`, `transpose` and not
  `permute_dimensions`.
- **Whole words for arguments.** `lr` became `learning_rate`, `nb_epoch` became `epochs`, and `p` became `rate`.

Old code tells you soon where it is old:

```python
import keras

try:
    keras.optimizers.Adam(lr=0.01)
except ValueError as error:
    print("lr" in str(error))
    #> True
optimizer = keras.optimizers.Adam(learning_rate=0.01)
print(optimizer.name)
#> adam
```

In the tables, `...` stands for what you fill in. How to save and load a model has changed, too: see
[Save, load, predict one row](save-load-predict.md).
"""
_KINDS = {
    "arguments": "Arguments",
    "methods": "Methods and attributes",
    "modules": "Modules",
    "names": "Functions and classes",
}
_OTHERS = """
## Other packages

Old lessons use other packages, too. These names went from them.
"""
_OWNERS = {  # classes that learners do not meet by name
    "BaseConv": "convolutional layers",
    "BasePooling": "pooling layers",
    "FigureBase": "a figure",
    "Layer": "any layer",
    "Optimizer": "any optimizer",
    "RNN": "recurrent layers",
}
_MANY = 4  # names that moved from one place to another are one row from here on


def belongs_to(kit: Kit) -> bool:
    """Return whether the page is one of this kit's: of the one that is the engine's own clone."""
    return kit.root == shipped()


def page() -> str:
    """Return the page in Markdown: Keras by kind and module, then all other packages."""
    found = list(rows().values())
    lines = [_HEAD]
    for kind, title in _KINDS.items():
        lines.append(f"## {title}\n")
        own = [row for row in found if row.library == "keras" and row.kind == kind]
        for module in sorted({_module(row) for row in own}):
            lines += [f"### {module}\n"] if kind == "names" else []
            lines += _table(row for row in own if _module(row) == module)
    lines.append(_OTHERS.lstrip("\n"))
    for library, title in LIBRARIES.items():
        if library != "keras":
            lines += [f"### {title}\n", *_table(row for row in found if row.library == library)]
    return "\n".join(lines).rstrip() + "\n"


def _module(row: Row) -> str:
    """Return where a name was, as in keras.layers; "" for what is no name."""
    return ".".join(row.old.split(".")[:2]) if row.kind == "names" else ""


def _table(chosen: Iterable[Row]) -> list[str]:
    """Return a table of rows; those with the same thing to write are one row."""
    grouped: dict[str, list[Row]] = {}
    for row in chosen:
        grouped.setdefault(row.new, []).append(row)
    moved = _only_moved(row for group in grouped.values() for row in group)
    body = [f"| {', '.join(names)} | the same name in `{to}` |" for to, names in moved.items()]
    for new, group in grouped.items():
        if any(_moved_to(row) not in moved for row in group):
            body.append(f"| {_old(group)} | {new.removeprefix('write ')} |")
    return ["| older code | what to write now |", "|---|---|", *sorted(body, key=str.lower), ""]


def _only_moved(chosen: Iterable[Row]) -> dict[str, list[str]]:
    """Return the names that many rows only move, by the place where they are now."""
    found: dict[str, list[str]] = {}
    for row in chosen:
        found.setdefault(_moved_to(row), []).append(f"`{row.old}`")
    return {to: sorted(names) for to, names in found.items() if to and len(names) >= _MANY}


def _moved_to(row: Row) -> str:
    """Return where a name is now that has only moved; "" for all others."""
    module, _, short = row.new.removeprefix("write `").removesuffix("`").rpartition(".")
    return module if row.kind == "names" and short == row.old.rpartition(".")[2] else ""


def _old(group: list[Row]) -> str:
    """Return old names as older code has them: `lr=` in any optimizer, or `keras.objectives`."""
    arguments = _arguments([row for row in group if row.kind == "arguments"])
    found = sorted(arguments + [_named(row) for row in group if row.kind != "arguments"])
    return ("; " if arguments else ", ").join(found)


def _named(row: Row) -> str:
    owner, _, name = row.old.partition(".")
    return f"`.{name}` of {_OWNERS[owner]}" if row.kind == "methods" and owner in _OWNERS else f"`{row.old}`"


def _arguments(group: list[Row]) -> list[str]:
    """Return arguments with what takes them; what takes the same ones is named together."""
    takers: dict[str, list[str]] = {}
    for row in group:
        owner, _, argument = row.old.partition("(")
        equals = "" if "=" in argument else "="
        what = "arguments without names" if argument == "*)" else f"`{argument[:-1]}{equals}`"
        takers.setdefault(_OWNERS.get(owner, f"`{owner}`"), []).append(what)
    together: dict[str, list[str]] = {}
    for owner, taken in takers.items():
        together.setdefault(", ".join(taken), []).append(owner)
    return [f"{taken} in {', '.join(owners)}" for taken, owners in together.items()]
