"""What scikit-learn was given that is no estimator, or no table it can read."""

import inspect
import re
import traceback
from typing import Any

import numpy as np

from keraskata.subject.keras_causes import is_learners
from keraskata.subject.messages.seen import Seen, is_keras, shape_of, some, with_brackets

_CLASS = "estimator instance of|an instance of scikit-learn estimator instead of a class|got estimator class instead"
_NONE = r"implement a 'get_params' method|__sklearn_tags__|should have a 'score' method|object implementing 'fit'"


def cause_of(seen: Seen) -> str | None:
    """Find it from the arguments that the frames of scikit-learn hold; None for exceptions of others."""
    if found := _builder(seen):
        return found
    if not seen.within or not any(_module(frame).startswith("sklearn.") for frame in seen.within):
        return None
    return _estimator(seen) or _parameters(seen) or _table(seen) or _classes(seen)


def _builder(seen: Seen) -> str | None:
    """Find a function of the learner's own that a wrapper calls with other arguments than it takes."""
    refused = re.search(r"(\w+)\(\) (missing|takes|got) .*argument", seen.text)  # behind "slip.<locals>."
    frames = [frame for frame, _ in traceback.walk_tb(seen.error.__traceback__)]
    caller = _module(frames[-1]) if frames else ""
    if not refused:
        return None
    name = refused.group(1)
    if caller.startswith("scikeras."):
        return f"SciKeras hands to {name} what the classifier got with model__ in front, such as model__optimizer=..."
    if caller.startswith("keras.src.wrappers"):
        return f"keras.wrappers calls it with features and labels first: def {name}(X, y, ...)"
    return None


def _module(frame: Any) -> str:
    return str(frame.f_globals.get("__name__"))


def _local(seen: Seen, *names: str) -> Any:
    """Return the value of the first of these names in the outermost frame that has one."""
    for frame in seen.within:
        for name in names:
            if frame.f_locals.get(name) is not None:
                return frame.f_locals[name]
    return None


def _estimator(seen: Seen) -> str | None:
    """Find a model, a class or a function in the place of an estimator."""
    if not re.search(f"{_CLASS}|{_NONE}", seen.text):
        return None
    value = _local(seen, "estimator")
    value = vars(value).get("estimator", value) if hasattr(value, "get_params") else value
    if isinstance(value, type):
        return with_brackets(value, "scikit-learn")
    if is_keras(value, "Model"):
        return "a Keras model is no estimator of scikit-learn, which needs get_params: put an estimator around it"
    if inspect.isfunction(value):
        return f"{value.__name__} is a function, and no estimator: scikit-learn takes an object with fit and get_params"
    if is_learners(type(value).__module__) and not hasattr(value, "get_params"):
        name = type(value).__name__
        return f"{name} is no estimator of scikit-learn yet: class {name}(BaseEstimator) gives it get_params"
    return None


def _parameters(seen: Seen) -> str | None:
    """Find an own estimator that does not keep what its __init__ was given."""
    held = seen.below("sklearn.base", "get_params") or seen.below("sklearn.base", "_clone_parametrized")
    owner = held.get("self", held.get("estimator"))
    if owner is None or not is_learners(type(owner).__module__):
        return None
    if "no varargs" in seen.text:
        return f"the __init__ of {type(owner).__name__} takes * arguments: scikit-learn asks for each by its name"
    name = held.get("key") if isinstance(seen.error, AttributeError) else None
    changed = re.search(r"either does not set or modifies parameter (\w+)$", seen.text)
    name = changed.group(1) if changed else name
    if name not in inspect.signature(type(owner)).parameters:
        return None
    return f"the __init__ of {type(owner).__name__} is to keep {name} under this name, unchanged: self.{name} = {name}"


def _table(seen: Seen) -> str | None:
    """Find features that are no table, rows that differ in number, and NaN."""
    if "Expected 2D array, got 1D array" in seen.text:
        shape = shape_of(_local(seen, "X", "array"))
        return f"an array of shape {shape} is no table of rows and columns: it has one axis too few" if shape else None
    if found := re.search(r"inconsistent numbers of samples: \[(\d+), (\d+)\]$", seen.text):
        return _number(seen, int(found.group(1)), int(found.group(2)))
    found = re.search(r"Input (X|y) contains (NaN|infinity)", seen.text)
    values = _local(seen, found.group(1)) if found else None
    if not found or not isinstance(values, np.ndarray) or values.dtype.kind != "f":
        return None
    what = "features" if found.group(1) == "X" else "labels"
    if found.group(2) == "NaN":
        many = int(np.isnan(values).sum())
        return f"{many} of the {values.size} {what} are NaN: a value is missing, or it is 0 / 0 or infinity - infinity"
    many = int(np.isinf(values).sum())
    return f"{many} of the {values.size} {what} are infinite, as after log(0) or a division by 0" if many else None


def _number(seen: Seen, first: int, second: int) -> str:
    if _local(seen, "y_pred") is not None:
        return f"there are {some(first, 'label')} and {some(second, 'prediction')}: each row needs one of both"
    if _local(seen, "y") is not None:
        return f"there are {some(first, 'row')} of features and {some(second, 'label')}: each row needs its own"
    return f"one array has {some(first, 'row')}, the other {some(second, 'row')}: do they belong together?"


def _classes(seen: Seen) -> str | None:
    """Find decimals where classes are compared or learned."""
    if re.search(r"Unknown label type: .*continuous", seen.text):
        return "the labels are decimal numbers, and a classifier learns classes: is this a regression?"
    if re.search(r"can't handle a mix of [\w-]+ and continuous(-multioutput)? targets$", seen.text):
        shape = shape_of(_local(seen, "y_pred"))
        ending = f", an array of shape {shape}" if shape else ""
        return f"the predictions are decimal numbers{ending}, and classes are compared: which class is each row?"
    return None
