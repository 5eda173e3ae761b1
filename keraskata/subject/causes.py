"""What most likely stands behind an exception in a learner's code, where the message alone would not help them."""

import difflib
import dis
import inspect
import os
import re
import sys
import traceback
from collections.abc import Iterable
from types import FrameType, ModuleType
from typing import Any

_USED = ("keras", "numpy", "pandas", "matplotlib", "seaborn", "sklearn", "scipy", "tensorflow", "torch", "jax", "math")
_NONE = "something is None here: a function without `return`?"
_CALLS = ("CALL", "PRECALL")  # how Python's instructions that call something begin
_OWN_LINE = (  # what these say is true of the learner's own line, and may be false of a library's
    (ValueError, "truth value of an array", "`if` decides once, for a whole array: np.where decides for each number"),
    (
        TypeError,
        "only 0-dimensional arrays can be converted",
        "functions of `math` take a single number; NumPy has the same one for whole arrays, np.exp and so on",
    ),
    (ValueError, "too many values to unpack", "more comes back here than there are names to the left of the ="),
    (ValueError, "not enough values to unpack", "less comes back here than there are names to the left of the ="),
    (TypeError, "'NoneType' object is not subscriptable|non-iterable NoneType", _NONE),
)
_ANY_LINE = (
    (
        ValueError,
        "learning_rate` should be float",
        "a learning rate is a decimal number: write 1.0 in place of 1, or rather a far smaller one",
    ),
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
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, NameError) and error.name:
        near = _near(error.name, [*frames[-1].f_locals, *frames[-1].f_globals]) if frames else None
        slip = f"a slip in the name (there is a `{near}`)" if near else "a slip in the name"
        return f"`{error.name}` is not defined here: {slip}, or an import or assignment that is missing"
    if isinstance(error, ImportError) and error.name:
        return _import(error, error.name)
    text = _text(error)
    within = _below_own(frames)
    found = _keyword(error, text) or _fit(text, within) or _callback(error, text, within) or _monitor(text, within)
    if found:
        return found
    own_line = not within and not _called(error, frames)
    if isinstance(error, AttributeError):
        return _attribute(error, own_line)
    if isinstance(error, KeyError) and error.args and isinstance(error.args[0], int) and _through(error, "pandas"):
        return "brackets look for a row or column of that name; table.iloc[...] counts the places, whatever their names"
    if "'Text' object is not callable" in text and not within and ".title(" in _last_line(error):
        return "ax.title is the title itself, which cannot be called; ax.set_title(...) writes one"
    messages = _OWN_LINE + _ANY_LINE if own_line else _ANY_LINE
    return next((words for kind, part, words in messages if isinstance(error, kind) and re.search(part, text)), None)


def _import(error: ImportError, module: str) -> str | None:
    """Why a name cannot be imported from a module that is there, or a module is not there."""
    if not isinstance(error, ModuleNotFoundError):
        missing = re.match(r"cannot import name '(\w+)'", _text(error))
        return _instead(sys.modules.get(module), missing.group(1)) if missing else None
    package, _, name = module.rpartition(".")
    if package:
        return _instead(sys.modules.get(package), name) or f"{module} is not installed here"
    near = _near(module, _USED)
    return f"a slip in the name of the package: import {near}" if near else f"{module} is not installed here"


def _keyword(error: BaseException, text: str) -> str | None:
    """An argument of fit that belongs in compile, the other way round, or misspelt."""
    refused = re.search(r"Trainer\.(fit|compile)\(\) got an unexpected keyword argument '(\w+)'", text)
    if not (isinstance(error, TypeError) and refused):
        return None
    asked, name = refused.groups()
    other = "compile" if asked == "fit" else "fit"
    model = sys.modules["keras"].Model
    if name in inspect.signature(getattr(model, other)).parameters:
        return f"{name} belongs in {other}: model.{other}(..., {name}=...)"
    near = _near(name, inspect.signature(getattr(model, asked)).parameters)
    return f"{asked} has no {name}, but it has {near}: check the spelling" if near else None


def _fit(text: str, within: list[FrameType]) -> str | None:
    """What fit or evaluate was given in the wrong place, as its own arguments show.

    Keras hides most of its frames, but not the one that every call of a model goes through, which has the arguments.
    """
    call = within[0].f_locals if within and _hides_frames(within[0]) else {}
    name = getattr(call.get("fn"), "__name__", "")
    if name not in ("fit", "evaluate"):
        return None
    model, *given = call["args"]
    features = given[0] if given else call["kwargs"].get("x")
    labels = given[1] if len(given) > 1 else call["kwargs"].get("y")
    third = given[2] if name == "fit" and len(given) > 2 else None
    if hasattr(third, "__len__") and re.search("unsupported operand .* for /: 'int' and|truth value of", text):
        return "fit's third argument is batch_size: name all that follows, as epochs=... and validation_data=..."
    lacking = labels is None and re.search("None|Invalid dtype: object", text)
    if not _takes_one_input(model) or not (lacking or "cardinality" in text):
        return None
    if _is_pair(features):
        what = "a pair in the place of the features" + (", and no labels" if lacking else "")
        return f"{name} was given {what}: write {name}(*pair, ...), with the star, or {name}(features, labels, ...)"
    if lacking and hasattr(features, "shape"):
        return f"{name} was given no labels: write {name}(features, labels, ...)"
    return None


def _takes_one_input(model: Any) -> bool:
    """Whether a model is Keras' own kind, with a single input; one of the learner's class may want anything."""
    if any(_is_learners(cls.__module__) for cls in type(model).__mro__):
        return False
    return isinstance(model, sys.modules["keras"].Sequential) or len(getattr(model, "inputs", None) or ()) == 1


def _is_pair(value: Any) -> bool:
    return isinstance(value, (tuple, list)) and len(value) == 2 and all(hasattr(part, "shape") for part in value)


def _callback(error: BaseException, text: str, within: list[FrameType]) -> str | None:
    """What is no callback, or one whose methods Keras cannot call."""
    calling = [frame for frame in within if frame.f_globals.get("__name__") == "keras.src.callbacks.callback_list"]
    if not calling:
        return None
    base = sys.modules["keras"].callbacks.Callback
    if isinstance(error, AttributeError) and error.name in dir(base):
        return _no_callback(error.obj, base)
    if not isinstance(error, TypeError):
        return None
    given = calling[-1].f_locals.get("callback")
    if isinstance(given, type) and issubclass(given, base):
        return f"{given.__name__} is a class; callbacks takes what is made of it: {given.__name__}(), with brackets"
    refused = re.search(r"\b(on_\w+)\(\) (takes|missing|got an unexpected)", text)
    hook = refused.group(1) if refused else ""
    if hook not in dir(base):
        return None
    return f"Keras calls {hook} with other arguments: def {hook}{inspect.signature(getattr(base, hook))}"


def _no_callback(value: Any, base: type) -> str | None:
    """In the place of a callback stands something else."""
    cls = value if isinstance(value, type) else type(value)
    if issubclass(cls, base):
        return None
    if _is_learners(cls.__module__):
        return f"{cls.__name__} is no callback of Keras yet: class {cls.__name__}(keras.callbacks.Callback)"
    if inspect.isfunction(value):
        return "a function is no callback: keras.callbacks.LambdaCallback(on_epoch_end=...) makes one of it"
    return f"a {cls.__name__} is no callback: write one such as keras.callbacks.EarlyStopping()"


def _monitor(text: str, within: list[FrameType]) -> str | None:
    """A callback that watches a figure which the model does not have."""
    refused = re.search(r"received monitor=(\S+), but Keras isn't able", text)
    watching = within[-1].f_locals if within else {}
    if not refused or "all_metrics" not in watching:
        return None
    known = ["loss", *(metric.name for metric in watching["all_metrics"])]
    if refused.group(1).removeprefix("val_") in known:
        return None  # it is there, and only mode= is lacking, as the message says
    return f"no metric of the model is called {refused.group(1)}: there are {', '.join(known)}, or val_ before these"


def _attribute(error: AttributeError, own_line: bool) -> str | None:
    owner, name = getattr(error, "obj", 0), error.name or ""
    if owner is None:
        return _NONE if own_line else None
    axes = sys.modules.get("matplotlib.axes")
    if axes and isinstance(owner, axes.Axes) and hasattr(owner, f"set_{name}"):
        as_well = hasattr(sys.modules.get("matplotlib.pyplot"), name)
        return f"an Axes has set_{name}(...)" + (f"; plt.{name}(...) is its other spelling" if as_well else "")
    return _instead(owner, name) if inspect.ismodule(owner) else None


def _instead(module: ModuleType | None, name: str) -> str | None:
    near = _near(name, dir(module)) if module else None
    return f"{module.__name__} has no {name}, but it has {near}: check the spelling" if module and near else None


def _near(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `name` is most likely a slip of."""
    near = difflib.get_close_matches(name, [known for known in names if not known.startswith("_")], n=1, cutoff=0.75)
    return near[0] if near else None


def _below_own(frames: list[FrameType]) -> list[FrameType]:
    """The frames of libraries that the learner's last line led into; none where the error is of that line itself."""
    modules = [str(frame.f_globals.get("__name__")) for frame in frames]
    own = [place for place, module in enumerate(modules) if _is_learners(module)]
    first = own[-1] + 1 if own else 0
    within = zip(frames[first:], modules[first:], strict=True)
    return [frame for frame, module in within if not module.startswith("keraskata.")]  # which watches what is trained


def _hides_frames(frame: FrameType) -> bool:
    """Whether Keras takes its own frames out of what is below this one, and leaves those of others."""
    return frame.f_code.co_name == "error_handler" and frame.f_globals.get("__name__", "").startswith("keras.")


def _called(error: BaseException, frames: list[FrameType]) -> bool:
    """Whether the last line only called what broke: what it called may be Keras' own, and hidden."""
    if not any(_hides_frames(frame) for frame in frames):
        return False
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    steps = dis.get_instructions(last.tb_frame.f_code) if last else ()
    return next((step.opname for step in steps if last and step.offset == last.tb_lasti), "CALL").startswith(_CALLS)


def _is_learners(module: str) -> bool:
    return module.startswith("learner_")


def _last_line(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return (frames[-1].line or "") if frames else ""


def _through(error: BaseException, package: str) -> bool:
    """Whether the error came up inside a package."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and f"{os.sep}{package}{os.sep}" in frames[-1].filename


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # a learner's own exception may not even be printable
        return ""
