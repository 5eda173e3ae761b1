# fails: test_any_array
# diagnosis: expect.CALL.no_array
import numpy as np


def sigmoid(z: np.ndarray) :
    return (np.exp(-np.logaddexp(0, -z))).tolist()


def tanh(z: np.ndarray) :
    return (np.tanh(z)).tolist()


def relu(z: np.ndarray) :
    return (np.maximum(z, 0)).tolist()


def leaky_relu(z: np.ndarray, negative_slope: float = 0.2) :
    return (np.where(z > 0, z, negative_slope * z)).tolist()


def softmax(z: np.ndarray) :
    exponentials = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return (exponentials / np.sum(exponentials, axis=-1, keepdims=True)).tolist()
