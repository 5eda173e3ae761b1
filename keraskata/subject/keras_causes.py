"""What most likely stands behind an exception that Keras raised, found from what Keras was given."""

import difflib
import inspect
import re
import sys
from collections.abc import Iterable
from types import FrameType
from typing import Any

THIRD_OF_COMPILE = "the third argument of compile is loss_weights: give the metrics by name, metrics=[...]"


def cause_of(error: BaseException, text: str, within: list[FrameType]) -> str | None:
    """Return the cause in a sentence, or None. `text` is the message, `within` the frames below the learner's."""
    if "Expected `loss_weights` argument to be" in text:
        return THIRD_OF_COMPILE
    return _fit(text, within) or _callback(error, text, within) or _monitor(text, within)


def _fit(text: str, within: list[FrameType]) -> str | None:
    """Find what fit or evaluate was given in the wrong place, as its own arguments show.

    Keras hides most of its frames, but not the one that every call of a model goes through, which has the arguments.
    """
    call = within[0].f_locals if within and hides_frames(within[0]) else {}
    name = getattr(call.get("fn"), "__name__", "")
    if name not in ("fit", "evaluate"):
        return None
    model, *given = call["args"]
    if _weighs_by_names(model):
        return THIRD_OF_COMPILE
    features = given[0] if given else call["kwargs"].get("x")
    labels = given[1] if len(given) > 1 else call["kwargs"].get("y")
    third = given[2] if name == "fit" and len(given) > 2 else None
    if hasattr(third, "__len__") and re.search("unsupported operand .* for /: 'int' and|truth value of", text):
        return "fit's third argument is batch_size: name all that follows, as epochs=... and validation_data=..."
    lacking = labels is None and re.search("None|Invalid dtype: object", text)
    if not takes_one_input(model) or not (lacking or "cardinality" in text):
        return None
    if _is_pair(features):
        what = "a pair in the place of the features" + (", and no labels" if lacking else "")
        return f"{name} was given {what}: write {name}(*pair, ...), with the star, or {name}(features, labels, ...)"
    if lacking and hasattr(features, "shape"):
        return f"{name} was given no labels: write {name}(features, labels, ...)"
    return None


def _weighs_by_names(model: Any) -> bool:
    """Return whether metrics stand where compile takes the weights of its losses, which only fit finds out."""
    try:
        weights = (model.get_compile_config() or {}).get("loss_weights")
    except Exception:  # what compile was given need not be something that Keras can write down
        return False
    return isinstance(weights, (list, tuple)) and any(isinstance(weight, (str, dict)) for weight in weights)


def takes_one_input(model: Any) -> bool:
    """Return whether a model is of a class of Keras, with one input; a learner's own class may need anything."""
    if any(is_learners(cls.__module__) for cls in type(model).__mro__):
        return False
    return isinstance(model, sys.modules["keras"].Sequential) or len(getattr(model, "inputs", None) or ()) == 1


def _is_pair(value: Any) -> bool:
    return isinstance(value, (tuple, list)) and len(value) == 2 and all(hasattr(part, "shape") for part in value)


def _callback(error: BaseException, text: str, within: list[FrameType]) -> str | None:
    """Find an argument that is no callback, or whose methods Keras cannot call."""
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
    """Describe a value that stands in the place of a callback and is none."""
    cls = value if isinstance(value, type) else type(value)
    if issubclass(cls, base):
        return None
    if is_learners(cls.__module__):
        return f"{cls.__name__} is no callback of Keras yet: class {cls.__name__}(keras.callbacks.Callback)"
    if inspect.isfunction(value):
        return "a function is no callback: keras.callbacks.LambdaCallback(on_epoch_end=...) makes one of it"
    return f"a {cls.__name__} is no callback: write one such as keras.callbacks.EarlyStopping()"


def _monitor(text: str, within: list[FrameType]) -> str | None:
    """Find a callback that watches a figure which the model does not have."""
    refused = re.search(r"received monitor=(\S+), but Keras isn't able", text)
    watching = within[-1].f_locals if within else {}
    if not refused or "all_metrics" not in watching:
        return None
    known = ["loss", *(metric.name for metric in watching["all_metrics"])]
    if refused.group(1).removeprefix("val_") in known:
        return None  # it is there, and only mode= is lacking, as the message says
    return f"no metric of the model is called {refused.group(1)}: there are {', '.join(known)}, or val_ before these"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the one of `names` that `name` most likely misspells."""
    near = difflib.get_close_matches(name, [known for known in names if not known.startswith("_")], n=1, cutoff=0.75)
    return near[0] if near else None


def hides_frames(frame: FrameType) -> bool:
    """Return whether Keras hides its own frames below this one, and leaves those of others."""
    return frame.f_code.co_name == "error_handler" and frame.f_globals.get("__name__", "").startswith("keras.")


def is_learners(module: str) -> bool:
    """Return whether a module of that name is a learner's file."""
    return module.startswith("learner_")
