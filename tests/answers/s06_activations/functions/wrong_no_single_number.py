# fails: test_any_array
# says: 0-d
import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    return np.exp(-np.logaddexp(0, -z))


def tanh(z: np.ndarray) -> np.ndarray:
    return np.tanh(z)


def relu(z: np.ndarray) -> np.ndarray:
    return np.array([np.maximum(part, 0) for part in z])


def leaky_relu(z: np.ndarray, negative_slope: float = 0.2) -> np.ndarray:
    return np.where(z > 0, z, negative_slope * z)


def softmax(z: np.ndarray) -> np.ndarray:
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=-1, keepdims=True)
