"""Compares a value with the right one, whatever it is."""

from typing import Any

import numpy as np


def same(a: Any, b: Any, tol: float = 1e-6) -> bool:
    """Return whether two array-likes have the same shape and close, finite values. Never raises."""
    try:
        left, right = np.asarray(a), np.asarray(b)
        if left.shape != right.shape:
            return False
        if left.dtype.kind in "OUS" or right.dtype.kind in "OUS":
            return bool(np.all(left == right))
        return bool(np.all(np.isfinite(left)) and np.allclose(left, right, rtol=tol, atol=tol))
    except (TypeError, ValueError):
        return False
