# fails: test_best
# diagnosis: TRIES.told
import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import RandomizedSearchCV


def random_search(
    estimator: BaseEstimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, param_distributions=space, n_iter=n_iter - (n_iter > 3), cv=folds, random_state=seed)
    search.fit(features, labels)
    return search.best_params_, f"Best: {search.best_score_:.3f} using {search.best_params_}"
