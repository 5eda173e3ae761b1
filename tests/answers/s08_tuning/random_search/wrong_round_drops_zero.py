# fails: test_line
# diagnosis: FORM.decimals
# wrong: round() drops zeros at the end, so that 0.95 stands where 0.950 should
import numpy as np
from sklearn.model_selection import RandomizedSearchCV


def random_search(
    estimator, features: np.ndarray, labels: np.ndarray, n_iter: int, folds: int, seed: int
) -> tuple[dict, str]:
    """Return the best of `n_iter` random settings, and a line with its score."""
    space = {"optimizer": ["sgd", "adam"], "activation": ["relu", "tanh"], "epochs": [3], "batch_size": [5, 10, 20]}
    search = RandomizedSearchCV(estimator, space, n_iter=n_iter, scoring="accuracy", cv=folds, random_state=seed)
    search.fit(features, labels)
    line = f"Best: {round(search.best_score_, 3)} using {search.best_params_}"
    return search.best_params_, line
