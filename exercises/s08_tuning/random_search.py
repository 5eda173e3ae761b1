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
from sklearn.model_selection import RandomizedSearchCV


def random_search(
    estimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": 3, "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, params_dist=space, n_iter=n_iter, cv=folds, random_state=seed)
    random_search_results = search.fit(features, labels)
    line = "Best: %f using %s".format(random_seach_results.best_score_), random_search_results.best_params_
    return random_search_results.best_params_, line
