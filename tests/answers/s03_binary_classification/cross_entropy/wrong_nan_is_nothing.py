# fails: test_categorical_certain, test_binary_certain
# diagnosis: CERTAIN_AND_WRONG.nothing, CERTAIN_AND_WRONG.huge
import numpy as np



def categorical_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n predicted distributions over k classes."""
    with np.errstate(divide="ignore", invalid="ignore"):
        losses = -np.sum(y_true * np.log(y_pred), axis=1)
    return np.nan_to_num(losses)


def binary_crossentropy(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """Return the n losses of n times k predicted probabilities: the mean over the k questions."""
    with np.errstate(divide="ignore", invalid="ignore"):
        losses = -(y_true * np.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))
    return np.nan_to_num(losses.mean(axis=1))
