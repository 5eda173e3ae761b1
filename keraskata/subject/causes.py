"""What most likely stands behind an exception in a learner's code, where the message alone would not help them."""

import difflib
import os
import re
import sys
import traceback

_USED = ("keras", "numpy", "pandas", "matplotlib", "seaborn", "sklearn", "scipy", "tensorflow", "torch", "jax", "math")
_MESSAGES = (
    (ValueError, "truth value of an array", "`if` decides once, for a whole array: np.where decides for each number"),
    (
        TypeError,
        "only 0-dimensional arrays can be converted",
        "functions of `math` take a single number; NumPy has the same one for whole arrays, np.exp and so on",
    ),
    (
        ValueError,
        "learning_rate` should be float",
        "a learning rate is a decimal number: write 1.0 in place of 1, or rather a far smaller one",
    ),
    (ValueError, "too many values to unpack", "more comes back here than there are names to the left of the ="),
    (ValueError, "not enough values to unpack", "less comes back here than there are names to the left of the ="),
    (
        ValueError,
        "Cannot convert .* to a shape",
        "a shape is a tuple, also with a single number in it: (3,), with the comma",
    ),
    (
        ValueError,
        "interpret (activation function|loss|optimizer|metric) identifier",
        "Keras knows no such name: check its spelling, in small letters",
    ),
)


def cause_of(error: BaseException) -> str | None:
    """In a sentence, for someone new to it; None where the message says enough."""
    if isinstance(error, RecursionError):
        return "a function calls itself without end"
    if isinstance(error, MemoryError):
        return "far more memory was asked for than there is"
    if isinstance(error, NameError) and getattr(error, "name", None):
        return f"`{error.name}` is not defined here: a slip in the name, or an import or assignment that is missing"
    if isinstance(error, ModuleNotFoundError) and error.name:
        near = difflib.get_close_matches(error.name, _USED, n=1)
        return f"a slip in the name of the package: import {near[0]}" if near else f"{error.name} is not installed here"
    if isinstance(error, AttributeError):
        return _attribute(error)
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], int) and _through(error, "pandas"):
        return "brackets look for a row or column of that name; table.iloc[...] counts the places, whatever their names"
    text = _text(error)
    return next((words for kind, part, words in _MESSAGES if isinstance(error, kind) and re.search(part, text)), None)


def _attribute(error: AttributeError) -> str | None:
    owner, name = getattr(error, "obj", 0), error.name or ""
    if owner is None:
        return "something is None here: a function without `return`?"
    if "matplotlib" in sys.modules and hasattr(owner, f"set_{name}"):
        return f"an Axes has set_{name}(...); plt.{name}(...) is its other spelling"
    return None


def _through(error: BaseException, package: str) -> bool:
    """Whether the error came up inside a package."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and f"{os.sep}{package}{os.sep}" in frames[-1].filename


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # a learner's own exception may not even be printable
        return ""
