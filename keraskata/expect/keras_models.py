"""Questions about a Keras model, answered by its behaviour first. Keras is imported at the first question."""

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from keraskata.boundary.errors import NotAValue
from keraskata.expect.basics import Unmet, fail, no_answer
from keraskata.expect.causes import COMPILE, INPUT, WEIGHTS
from keraskata.expect.comparing import same
from keraskata.expect.costs import affordable, at_a_time
from keraskata.expect.wording import Likely, number
from keraskata.printable import said
from keraskata.subject.causes import cause_of
from keraskata.subject.faults import Fault


def model(found: Any, *, what: str, likely: Likely = None) -> None:
    """Require a Keras model that answers each row with one answer, and that the judge can compute."""
    import keras

    if not isinstance(found, keras.Model):
        # The copy of a layer is not built, whatever its own was.
        shown = f"a layer, {type(found).__name__}" if isinstance(found, keras.Layer) else number(found)
        fail(f"{what} is a Keras model", shown, no_answer(found) or likely, ())
    if found.built:
        affordable(found, what=what)


def built(found: Any, *, what: str) -> None:
    """Require a Keras model that knows the width of its rows."""
    model(found, what=what)
    if not found.built:
        fail(
            f"{what} returns a model that knows the width of its rows",
            "a model that will only find out when it sees data",
            INPUT.says("unknown"),
            (),
        )


def compiled(found: Any, *, what: str, likely: Likely = None) -> None:
    """Require a Keras model that was compiled."""
    model(found, what=what)
    if not found.compiled:
        fail(f"{what} is compiled", "a model that never was", likely or COMPILE.says("never"), ())


@contextlib.contextmanager
def as_compiled(found: Any) -> Iterator[None]:
    """Turn what Keras raises inside into feedback: here `found` runs as the learner compiled it."""
    try:
        yield
    except (Unmet, Fault):  # they have their words
        raise
    except Exception as error:  # each backend raises its own errors for shapes that do not fit
        weights = loss_weights(found)
        third = any(isinstance(weight, str) for weight in weights)
        likely: Likely = (None if third else cause_of(error)) or COMPILE.of(loss_weights=weights)
        if not np.all(np.isfinite(weights_of(found))):
            likely = WEIGHTS.says("not_numbers")
        fail("a model that Keras can train as it was compiled", said(error, 300), likely, ())


def loss_weights(found: Any) -> list[Any]:
    """Return what compile was given as loss_weights, as a flat list; empty where it was given none."""
    return _flat((found.get_compile_config() or {}).get("loss_weights"))


def weights_of(found: Any) -> np.ndarray:
    """Return all weights of a model in one flat vector (float32); empty when it is not built."""
    from keraskata.boundary.keras_models import to_numpy

    return np.concatenate([np.ravel(to_numpy(weight)) for weight in found.weights] or [np.zeros(0, "float32")])


def finite(found: Any, *, what: str, likely: Likely = None) -> None:
    """Require that all weights of `found` are finite."""
    if not np.all(np.isfinite(weights_of(found))):
        fail(f"{what} whose weights are numbers", "weights that are nan or infinite", likely, ())


def moved(before: Any, after: Any, *, likely: Likely = None) -> None:
    """Require that a training moved the weights of the model that was passed in; `likely` says why it did not."""
    if same(weights_of(before), weights_of(after), tol=0):
        expected = "the weights of the model that was passed in have changed"
        fail(expected, "exactly the weights from before", likely or WEIGHTS.of(after=after), ())
    finite(after, what="a trained model", likely=WEIGHTS.says("not_numbers"))


def evaluate(found: Any, x: Any, y: Any) -> dict[str, float]:
    """Compute loss and metrics of `found` on (x, y), silently: the judge's own count."""
    affordable(found, len(x))
    found.run_eagerly = True  # one batch is measured before a graph would be built
    with as_compiled(found):
        scores = found.evaluate(x, y, batch_size=len(x), verbose=0, return_dict=True)
    return single_numbers(scores)


def single_numbers(scores: dict[str, Any]) -> dict[str, float]:
    """Return the scores that are one number: F1Score has one for each class, and Precision for each threshold."""
    return {name: float(np.ravel(value)[0]) for name, value in scores.items() if np.size(value) == 1}


def predict(found: Any, x: Any) -> np.ndarray:
    """Return what `found` answers to `x` at inference, without the batches and the output of Keras' own predict.

    Where it cannot answer them, the check fails with the words of Keras.
    """
    from keraskata.boundary.keras_models import build, to_numpy

    def answers(rows: Any) -> np.ndarray:
        with _for_rows(x):
            return to_numpy(found(rows, training=False))

    if not found.built:
        with _for_rows(x):
            build(found, np.shape(x)[1:])
    # An alarm cannot interrupt a step, so each step is short.
    rows = max(1, len(x)) if hasattr(x, "__len__") else 1
    step = at_a_time(found, rows)
    with _without_gradients():
        if step >= rows:
            return answers(x)
        return np.concatenate([answers(x[begin : begin + step]) for begin in range(0, rows, step)])


@contextlib.contextmanager
def _for_rows(x: Any) -> Iterator[None]:
    """Turn what Keras raises into feedback: each backend has its own errors for shapes that do not fit."""
    try:
        yield
    except Exception as error:
        told = str(error) if isinstance(error, NotAValue) else said(error, 300)
        fail(f"an answer to rows of the shape {np.shape(x)[1:]}", told, None, ())


def _without_gradients() -> contextlib.AbstractContextManager[Any]:
    """Turn gradients off in PyTorch, which otherwise keeps the output of every layer: 400 MB for ResNet50."""
    import keras

    if keras.backend.backend() != "torch":
        return contextlib.nullcontext()
    import torch

    unrecorded: contextlib.AbstractContextManager[Any] = torch.no_grad()
    return unrecorded


def metric_names(found: Any) -> list[str]:
    """Return the names of the compiled metrics, such as ["accuracy"]."""
    config = (found.get_compile_config() or {}) if found.compiled else {}
    given = [config.get("metrics"), config.get("weighted_metrics")]
    return [_metric(item) for item in _flat(given)]


def _flat(items: Any) -> list[Any]:
    if items is None:
        return []
    if isinstance(items, dict) and "class_name" not in items:
        items = list(items.values())
    if isinstance(items, (list, tuple)):
        return [inner for item in items for inner in _flat(item)]
    return [items]


def _metric(item: Any) -> str:
    if isinstance(item, dict):
        return (
            str(item.get("config", {}).get("name", item["class_name"]))
            if isinstance(item.get("config"), dict)
            else str(item["config"])
        )
    name = str(item if isinstance(item, str) else getattr(item, "name", item))
    return "accuracy" if name == "acc" else name
