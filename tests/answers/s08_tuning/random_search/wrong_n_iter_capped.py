# fails: test_best
# diagnosis: TRIES.told
# wrong: never tries more than eight settings, whatever n_iter
import numpy as np
from sklearn.model_selection import RandomizedSearchCV


def random_search(
    estimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, space, n_iter=min(n_iter, 8), scoring="accuracy", cv=folds, random_state=seed)
    search.fit(features, labels)
    line = f"Best: {search.best_score_:.3f} using {search.best_params_}"
    return search.best_params_, line
