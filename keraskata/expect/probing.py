"""Finds the function between the last weighted sums of a network and its output by trying numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.special import expit, softmax

_KNOWN: dict[str, Callable[[Any], Any]] = {
    "sigmoid": expit,
    "softmax": softmax,
    "linear": lambda v: v,
    "tanh": np.tanh,
    "relu": lambda v: np.maximum(v, 0),
    "exponential": np.exp,
    "softplus": lambda v: np.logaddexp(0, v),
    "leaky_relu": lambda v: np.where(v > 0, v, 0.2 * v),
}
_SCALES = (1, -1, 20, -20, 1e30, -1e30)  # far enough out to show a cut-off


def function_behind(biases: list[Any], answer: Callable[[], np.ndarray]) -> str | None:
    """Return the name of the function through which the biases reach each number of the output.

    `biases` begins with the last one. All weights are zero now, so that only the biases of the output layers, one or
    several, matter. `answer` gives the output, (n,). Returns None if different functions, or one without a name, are
    found.
    """
    still = answer()
    missing = np.ones(still.shape, bool)
    names: set[str | None] = set()
    for bias in reversed(biases):
        tried, answers = _try_out(bias, answer)
        reached = missing & np.any(answers != still, axis=0)
        if reached.any():
            names.add(_name(tried, answers[:, reached]))
        missing &= ~reached
        if not missing.any():
            return names.pop() if len(names) == 1 else None
    if biases and missing.all():  # such as softmax over a single unit, which always answers 1
        return _name(*_try_out(biases[-1], answer))
    return None


def _try_out(bias: Any, answer: Callable[[], np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Return the tried values of the bias and the outputs, a row for each scale. The bias is zero again afterwards."""
    size = int(np.prod(bias.shape))
    numbers = np.linspace(-1.5, 2.0, size, dtype="float32") if size > 1 else np.array([-0.7], "float32")
    tried = np.array([scale * numbers for scale in _SCALES], "float32")
    answers = []
    for values in tried:
        bias.assign(values.reshape(bias.shape))
        answers.append(answer())
    bias.assign(np.zeros(bias.shape, "float32"))
    return tried, np.array(answers)


def _name(tried: np.ndarray, answers: np.ndarray) -> str | None:
    """Return the function that gives each of the answers from the tried values, in any order, once or several times."""
    times, left = divmod(answers.shape[1], tried.shape[1])
    if left:
        return None
    for name, function in _KNOWN.items():
        with np.errstate(over="ignore"):
            expected = [np.tile(function(values), times) for values in tried]
        if np.allclose(np.sort(answers), np.sort(expected), atol=1e-5):
            return name
    return None
