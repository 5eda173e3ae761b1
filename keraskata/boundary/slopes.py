"""How steeply a function of tensors answers, on each backend: what a training would learn from."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np


def alike(own: Callable[[Any], Any], known: Callable[[Any], Any], rows: np.ndarray) -> bool:
    """Return whether two functions that answer `rows` (float32) alike have the same gradients there."""
    found, expected = (_slopes(function, rows) for function in (own, known))
    if found is None or expected is None:
        return found is expected
    return np.allclose(found, expected, rtol=1e-3, atol=1e-5)


def _slopes(function: Callable[[Any], Any], rows: np.ndarray) -> np.ndarray | None:
    """Return the gradient of a weighted sum of the answers; None where nothing of it comes back."""

    def total(given: Any) -> Any:
        answers = keras.ops.cast(function(given), "float32")
        weights = np.random.default_rng(1).normal(size=tuple(answers.shape)).astype("float32")
        return keras.ops.sum(answers * keras.ops.convert_to_tensor(weights))  # of softmax, a plain sum never changes

    try:
        return _ON[keras.backend.backend()](total, rows)
    except Exception:  # such as NumPy in the middle of it
        return None


def _tensorflow(total: Callable[[Any], Any], rows: np.ndarray) -> np.ndarray | None:
    import tensorflow

    given = tensorflow.constant(rows)
    with tensorflow.GradientTape() as tape:
        tape.watch(given)
        answer = total(given)
    slopes = tape.gradient(answer, given)
    return None if slopes is None else np.array(slopes)


def _torch(total: Callable[[Any], Any], rows: np.ndarray) -> np.ndarray | None:
    import torch

    with torch.enable_grad():
        given = keras.ops.convert_to_tensor(rows).requires_grad_()
        (slopes,) = torch.autograd.grad(total(given), given)
    return np.array(slopes.cpu())


def _jax(total: Callable[[Any], Any], rows: np.ndarray) -> np.ndarray | None:
    import jax

    return np.array(jax.grad(total)(keras.ops.convert_to_tensor(rows)))


_ON = {"tensorflow": _tensorflow, "torch": _torch, "jax": _jax}
