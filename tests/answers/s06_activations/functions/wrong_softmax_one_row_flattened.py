# fails: test_softmax_rows
# diagnosis: EACH_ROW.squeezed
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)): anything between 0 and 1."""
    # exp(-log(1 + exp(-z))): logaddexp does not overflow where exp(-z) would.
    return np.exp(-np.logaddexp(0, -z))


def tanh(z: np.ndarray) -> np.ndarray:
    """Return the hyperbolic tangent: anything between -1 and 1."""
    return np.tanh(z)


def relu(z: np.ndarray) -> np.ndarray:
    """Return z where it is positive, and 0 elsewhere."""
    return np.maximum(z, 0)


def leaky_relu(z: np.ndarray, negative_slope: float = 0.2) -> np.ndarray:
    """Return z where it is positive, and a small part of z elsewhere."""
    return np.where(z > 0, z, negative_slope * z)


def softmax(z: np.ndarray) -> np.ndarray:
    """Return each row of scores as probabilities."""
    # Only differences matter: with the row's largest score at 0, exp stays within 0..1.
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return np.squeeze(exponentials / np.sum(exponentials, axis=-1, keepdims=True))
