# Right: einsum in place of sum, and log1p.
import numpy as np

TINY = 1e-7


def categorical_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    return np.einsum("ij,ij->i", np.asarray(y_true, float), -np.log(np.maximum(np.asarray(y_pred, float), TINY)))


def binary_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    p = np.minimum(np.maximum(np.asarray(y_pred, float), TINY), 1 - TINY)
    t = np.asarray(y_true, float)
    return np.einsum("ij->i", -(t * np.log(p) + (1 - t) * np.log1p(-p))) / t.shape[1]
