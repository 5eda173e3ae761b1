# different: ParameterSampler and cross_val_score
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import ParameterSampler, cross_val_score
from sklearn.base import clone


def random_search(
    estimator: BaseEstimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = None
    best = max(((cross_val_score(clone(estimator).set_params(**s), features, labels, cv=folds).mean(), s) for s in ParameterSampler(space, min(n_iter, 12), random_state=seed)), key=lambda pair: pair[0])
    return best[1], f"Best: {best[0]:.3f} using {best[1]}"
