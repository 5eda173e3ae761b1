"""Labels that the outputs of a model, or its loss, cannot be compared with."""

import re
import sys
from typing import Any

import numpy as np

from keraskata.subject.messages.data import FITTING, data_of
from keraskata.subject.messages.seen import Seen, is_keras, shape_of, some, with_brackets

_SHAPES = (
    r"`target`|`output` must have rank|size of tensor a|Dimensions must be equal|shapes for broadcasting|"
    "Incompatible shapes|Graph execution error|segment_ids|must have the same shape"
)
_SPARSE = "sparse_categorical_crossentropy"
_BOUNDS = r"Target -?\d+ is out of bounds|SparseSoftmaxCrossEntropy|outside the valid range"


def cause_of(seen: Seen) -> str | None:
    """Compare the labels with the model's outputs, as far as the message is about these."""
    call = seen.call
    if not call or call.name not in FITTING or not is_keras(call.owner, "Model"):
        return None
    bounds, shapes = re.search(_BOUNDS, seen.text), re.search(_SHAPES, seen.text)
    if not bounds and not shapes:
        return None
    if shapes and (words := _no_object(call.owner)):
        return words
    outputs, loss = _outputs(call.owner), _loss(call.owner)
    if not outputs:
        return None
    for data in data_of(call):
        words = _range(data.labels, outputs, loss) if bounds else None
        words = words or (_shapes(data.labels, outputs, loss) if shapes else None)
        words = words and (_features(data.features, data.labels) or words)
        if words and seen.below("keras.src.wrappers", "fit"):  # which makes rows of 0 and 1 of the learner's labels
            return words.replace("each label is", "SKLearnClassifier makes of each label")
        if words:
            return words
    return None


def _no_object(model: Any) -> str | None:
    """Find a class in the place of a loss or a metric, which only fit finds out."""
    keras = sys.modules["keras"]
    metrics = getattr(getattr(model, "_compile_metrics", None), "_user_metrics", None)
    for name, base, values in (("loss", keras.losses.Loss, model.loss), ("metrics", keras.metrics.Metric, metrics)):
        for value in values if isinstance(values, (list, tuple)) else [values]:
            if isinstance(value, type) and issubclass(value, base):
                return with_brackets(value, name)
    return None


def _outputs(model: Any) -> tuple[int, ...] | None:
    """Return the shape of a model's answer to one row; None where it has several, or sizes that are not fixed."""
    try:
        shape = model.output_shape
    except Exception:  # a subclass need not know its shape
        return None
    fixed = isinstance(shape, tuple) and len(shape) > 1 and all(isinstance(size, int) for size in shape[1:])
    return shape[1:] if fixed else None


def _loss(model: Any) -> str:
    """Return the name of a loss of Keras in small letters, without underscores; nothing for any other."""
    loss = getattr(model, "loss", None)
    if isinstance(loss, str):
        loss = sys.modules["keras"].losses.get(loss)
    named: Any = loss if hasattr(loss, "__name__") else type(loss)
    if not str(getattr(named, "__module__", "")).startswith("keras."):
        return ""
    return str(named.__name__).lower().replace("_", "")


def _range(labels: Any, outputs: tuple[int, ...], loss: str) -> str | None:
    """Find labels that are the number of no output."""
    labels = labels.to_numpy() if hasattr(labels, "to_numpy") else labels  # a column of a table
    if not loss.startswith("sparse") or not isinstance(labels, np.ndarray) or labels.dtype.kind not in "iuf":
        return None
    low, high, known = labels.min(), labels.max(), outputs[-1]
    if low >= 0 and high < known:
        return None
    between = f"from {low:g} to {high:g}"
    if known == 1:
        return f"the labels run {between}, and the model has 1 output: with {_SPARSE} each class has one"
    return f"the labels run {between}, and the model has {known} outputs, which stand for 0 to {known - 1}"


def _shapes(labels: Any, outputs: tuple[int, ...], loss: str) -> str | None:
    """Compare the shape of one label with what the model answers to one row."""
    shape = shape_of(labels)
    if not shape or _fit(shape[1:], outputs, loss):
        return None
    row = shape[1:] or (1,)
    if len(outputs) > len(row):
        return _not_flat(row, outputs)
    if len(outputs) != 1 or len(row) != 1:
        return None
    many = some(outputs[0], "output")
    if row[0] == 1:
        return _single(labels, many, loss)
    if row == outputs:
        begin = f"each label is a row of {row[0]} numbers: categorical_crossentropy takes these"
        return f"{begin}; {_SPARSE} takes the number of the class"
    return f"the model has {many}, and each label is a row of {row[0]} numbers: each output needs one of its own"


def _features(features: Any, labels: Any) -> str | None:
    """Find labels that have as many columns as the features, and are not one hot."""
    one, other = shape_of(features), shape_of(labels)
    if not one or not other or len(one) != 2 or one[1:] != other[1:] or one[1] == 1 or np.isin(labels, (0, 1)).all():
        return None
    return (
        f"the labels have {one[1]} columns, as the features: are they features? train_test_split gives both parts of "
        "the features, and then both of the labels"
    )


def _fit(row: tuple[int, ...], outputs: tuple[int, ...], loss: str) -> bool:
    """Return whether labels of this shape are right for the outputs, a last axis of length 1 being left out or not."""
    wanted = outputs[:-1] if loss.startswith("sparse") else outputs
    return row == wanted or row == (*wanted, 1) or (*row, 1) == wanted


def _single(labels: Any, many: str, loss: str) -> str | None:
    begin = f"the model has {many}, and the labels are single numbers"
    if loss == "categoricalcrossentropy":
        whole = bool(np.all(np.mod(np.asarray(labels, dtype=float), 1) == 0))
        return f"{begin}: {_SPARSE} takes these" if whole else None
    if loss == "binarycrossentropy":
        return f"{begin}: binary_crossentropy compares each output with a label of its own"
    return None


def _not_flat(row: tuple[int, ...], outputs: tuple[int, ...]) -> str:
    label = "a single number" if row == (1,) else f"of shape {row}"
    return (
        f"the model answers each row with an array of shape {outputs}, and its label is {label}: in model.summary(), "
        "look where the rows should become flat"
    )
