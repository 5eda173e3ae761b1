"""Search the settings of a network at random, and say in one line what was found.

`estimator` is a scikit-learn classifier which has, among others, the parameters optimizer, activation, epochs and
batch_size. Try `n_iter` random settings of these four: optimizer "sgd" or "adam", activation "relu" or "tanh", epochs 3
(nothing else), and batch_size 5, 10 or 20. The score of a setting is its mean accuracy in `folds` folds, as
scikit-learn makes them for cv=folds; `seed` decides which settings are tried, as random_state does. Return the best
setting (a dict with the four names) and a line such as "Best: 0.953 using {...}": its score with three decimals and the
setting, as Python writes a dict. Print nothing. The stub breaks at one slip after the other, and its last fault makes
no noise.

Read: kata book random_search
"""

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.model_selection import RandomizedSearchCV


def random_search(
    estimator: BaseEstimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, param_distributions=space, n_iter=n_iter, cv=folds, random_state=seed)
    search.fit(features, labels)
    return search.best_params_, f"Best: {search.best_score_:.3f} using {search.best_params_}"
